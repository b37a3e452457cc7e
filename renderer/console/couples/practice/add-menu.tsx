import { Button, Menu } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import type { Ref } from 'react';
import { useTranslation } from 'react-i18next';
import {
  type PracticeKindName,
  practiceKindNames,
  practiceKindOf,
} from '../../../../shared/couple/practice/practice-kinds';
import styles from './practice.module.css';

interface AddMenuProps {
  /** Nothing joint can be noted of a couple of one. */
  readonly alone: boolean;
  readonly onAdd: (kind: PracticeKindName) => void;
  readonly place: Ref<HTMLDivElement>;
}

/** What can be noted, of one partner and of both. */
export function AddMenu({ alone, onAdd, place }: AddMenuProps) {
  const { t } = useTranslation(['couples', 'practice']);
  const parts = (['each', 'joint'] as const).filter((whose) => whose === 'each' || !alone);
  return (
    <div ref={place} className={styles.add}>
      <Menu position="bottom-end" withinPortal transitionProps={{ duration: 0 }} withInitialFocusPlaceholder={false}>
        <Menu.Target>
          <Button variant="default" size="compact-md" leftSection={<IconPlus size={16} aria-hidden />}>
            {t('practice.add')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown aria-label={t('practice.addMenu')} className={styles.kinds}>
          {parts.map((whose) => (
            <div key={whose}>
              <Menu.Label>{t(`practice.menu.${whose}`)}</Menu.Label>
              {practiceKindNames
                .filter((kind) => practiceKindOf({ kind }).whose === whose)
                .map((kind) => (
                  <Menu.Item key={kind} onClick={() => onAdd(kind)}>
                    {t(`practice:kinds.${kind}`)}
                  </Menu.Item>
                ))}
            </div>
          ))}
        </Menu.Dropdown>
      </Menu>
    </div>
  );
}
