import { Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Button } from '../kit/button';
import { EmptyState } from '../kit/panel';
import { useGo, useView } from '../mirror/hooks';

/** There is no couple to show: what to do next. */
export function NobodyYet() {
  const { t } = useTranslation('couples');
  const go = useGo();
  const what = useView(({ retreat }) => (retreat === null ? 'none' : 'nobody'));
  return (
    <EmptyState title={t(what)} text={t(`${what}Text`)}>
      <Group mt="md">
        <Button onClick={() => go(what === 'none' ? 'home' : 'prepare')}>{t(`${what}Act`)}</Button>
      </Group>
    </EmptyState>
  );
}
