import { Radio, Stack } from '@mantine/core';
import { IconArrowsExchange } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SwapWhat } from '../../../shared/session/documents/underway';
import { IconButton } from '../kit/button';
import { Confirm } from '../kit/confirm';
import { say } from '../kit/say';
import { useCommand } from '../mirror/hooks';
import type { NameOf } from './answer-lines';

const offered = ['both', 'names'] as const satisfies readonly SwapWhat[];

/** Asks once what changes places when A is B and B is A, and says what becomes of each yes. */
export function SwapSides({ id, nameOf }: { readonly id: string; readonly nameOf: NameOf }) {
  const { t } = useTranslation(['couples', 'shell']);
  const [open, setOpen] = useState(false);
  const [what, setWhat] = useState<SwapWhat>('both');
  const send = useCommand();
  const names = { A: nameOf('A'), B: nameOf('B') };
  const swap = async (): Promise<void> => {
    setOpen(false);
    const answer = await send({ type: 'couple/swap', id, what });
    if (!answer.ok) return;
    say({
      id: 'swapped',
      title: t('swap.done', { A: names.B, B: names.A }),
      text: t(`swap.${what}.done`),
      close: t('shell:close'),
    });
  };
  return (
    <>
      <IconButton
        label={t('swap.open')}
        icon={<IconArrowsExchange size={18} />}
        onClick={() => {
          setWhat('both');
          setOpen(true);
        }}
      />
      <Confirm
        open={open}
        title={t('swap.title')}
        text={t('swap.text', names)}
        yes={t('swap.yes')}
        no={t('swap.no')}
        onYes={() => void swap()}
        onNo={() => setOpen(false)}
      >
        <Radio.Group aria-label={t('swap.what')} value={what} onChange={(value) => setWhat(value as SwapWhat)}>
          <Stack gap="sm">
            {offered.map((each) => (
              <Radio key={each} value={each} label={t(`swap.${each}.label`)} description={t(`swap.${each}.text`)} />
            ))}
          </Stack>
        </Radio.Group>
      </Confirm>
    </>
  );
}
