import { useTranslation } from 'react-i18next';
import { actions } from '../keys/actions';
import { useAt } from '../keys/use-actions';
import { Confirm } from '../kit/confirm';
import { useAsk, useCommand, useLocal } from '../mirror/hooks';

/** Asks before what is on stage or the day is ended, whether a key, a button or the palette wants it. */
export function EndDialogs() {
  const { t } = useTranslation('run');
  return (
    <>
      <EndDialog id="end" title={t('controls.endAsk')} text={t('controls.endText')} yes={t('controls.endYes')} />
      <EndDialog id="end-day" title={t('day.endAsk')} text={t('day.endText')} yes={t('day.end')} />
    </>
  );
}

interface EndDialogProps {
  readonly id: 'end' | 'end-day';
  readonly title: string;
  readonly text: string;
  readonly yes: string;
}

function EndDialog({ id, title, text, yes }: EndDialogProps) {
  const { t } = useTranslation('run');
  const at = useAt();
  const send = useCommand();
  const ask = useAsk();
  const open = useLocal(({ place }) => place.asking === id);
  const end = () => {
    ask(null);
    const met = at();
    const does = met === null ? null : actions[id].does(met);
    if (does !== null && 'ask' in does && does.yes !== undefined) void send(does.yes);
  };
  return <Confirm open={open} title={title} text={text} yes={yes} no={t('keep')} onNo={() => ask(null)} onYes={end} />;
}
