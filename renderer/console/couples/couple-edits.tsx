import { IconArrowBackUp, IconArrowForwardUp } from '@tabler/icons-react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { inTextField } from '../keys/typing';
import { IconButton } from '../kit/button';
import { useCommand, useView } from '../mirror/hooks';
import type { NameOf } from './answer-lines';
import styles from './couple-page.module.css';
import { SwapSides } from './swap-sides';

const none = { undo: null, redo: null };

interface CoupleEditsProps {
  readonly id: string;
  /** Whether the retreat that is open names the couple. */
  readonly here: boolean;
  readonly nameOf: NameOf;
}

/** Takes back the edits of this couple alone, and makes them again. In a text field those keys are the field's own. */
export function CoupleEdits({ id, here, nameOf }: CoupleEditsProps) {
  const { t } = useTranslation('couples');
  const send = useCommand();
  const { undo, redo } = useView(({ coupleEdits }) => coupleEdits[id] ?? none);
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (!event.ctrlKey && !event.metaKey) return;
      if (event.altKey || inTextField(event.target)) return;
      const key = event.key.toLowerCase();
      const wanted = key === 'z' ? (event.shiftKey ? 'edit/redo' : 'edit/undo') : key === 'y' ? 'edit/redo' : null;
      if (wanted === null) return;
      event.preventDefault();
      event.stopPropagation();
      void send({ type: wanted, couple: id });
    };
    window.addEventListener('keydown', press, { capture: true });
    return () => window.removeEventListener('keydown', press, { capture: true });
  }, [id, send]);
  return (
    <div className={styles.edits}>
      {here && <SwapSides id={id} nameOf={nameOf} />}
      <IconButton
        label={t('page.undo')}
        icon={<IconArrowBackUp size={18} />}
        disabled={undo === null}
        onClick={() => void send({ type: 'edit/undo', couple: id })}
      />
      <IconButton
        label={t('page.redo')}
        icon={<IconArrowForwardUp size={18} />}
        disabled={redo === null}
        onClick={() => void send({ type: 'edit/redo', couple: id })}
      />
    </div>
  );
}
