import { Menu } from '@mantine/core';
import { IconArrowBackUp, IconChevronUp } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useAction } from '../keys/use-actions';
import { Button, IconButton } from '../kit/button';
import { useCommand, useView } from '../mirror/hooks';
import styles from './controls.module.css';

/** Takes back the last live action, which it names; its menu goes further back, each step by its name. */
export function Undo() {
  const { t } = useTranslation('run');
  const send = useCommand();
  const undos = useView((view) => view.undos);
  const { caps, enabled, run } = useAction('undo');
  const [last] = undos;
  const named =
    last === undefined ? t('controls.undoLabel') : t('controls.undoNamed', { what: t(`undone.${last.type}`) });
  return (
    <div className={styles.undo}>
      <Button
        live
        fullWidth
        everyClick
        caps={caps}
        disabled={!enabled}
        label={named}
        leftSection={<IconArrowBackUp size="1.0625rem" stroke={1.7} aria-hidden />}
        onClick={run}
      >
        {last === undefined ? t('controls.undo') : named}
      </Button>
      <Menu position="top-end" withinPortal transitionProps={{ duration: 0 }} withInitialFocusPlaceholder={false}>
        <Menu.Target>
          <IconButton
            live
            size={26}
            disabled={undos.length < 2}
            label={t('controls.undoMore')}
            icon={<IconChevronUp size="1rem" aria-hidden />}
          />
        </Menu.Target>
        <Menu.Dropdown>
          {undos.map(({ type, backTo: step }, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: an action is known by how long ago it was
            <Menu.Item key={index} onClick={() => void send({ type: 'stage/undo', actions: index + 1 })}>
              {step === null ? t(`undone.${type}`) : t('controls.undoTo', { what: t(`undone.${type}`), step })}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
    </div>
  );
}
