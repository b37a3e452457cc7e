import { useTranslation } from 'react-i18next';
import { type ActionId, actions } from '../keys/actions';
import { useTyping } from '../keys/typing';
import { useCaps } from '../keys/use-actions';
import { KeyHint } from '../kit/key-hint';
import { useLocal, useView } from '../mirror/hooks';
import styles from './keyboard-line.module.css';

/** The keys worth a glance while the room is led. */
const leading = ['run', 'go-on', 'back', 'blank', 'hold', 'keys'] as const satisfies readonly ActionId[];
/** What still reaches the room from a text field. */
const typed = ['go-on', 'blank', 'hold'] as const satisfies readonly ActionId[];

/** Where the keys go: to the room, or into a field, and then which of them still reach the room. Always in the same place. */
export function KeyboardLine() {
  const { t } = useTranslation('shell');
  const caps = useCaps();
  const typing = useTyping();
  const onRun = useLocal(({ place }) => place.screen === 'run');
  const playing = useView(({ live }) => live.stage.playing !== null);
  if (!onRun && !playing) return null;
  const hint = (chord: string | undefined, words: string) =>
    chord === undefined ? null : (
      <span key={chord} className={styles.hint}>
        <KeyHint caps={caps(chord)} /> {words}
      </span>
    );
  return (
    <aside className={styles.line} data-typing={typing} aria-label={t('keyboard.label')}>
      <b className={styles.where}>{t(typing ? 'keyboard.typing' : 'keyboard.leads')}</b>
      {typing
        ? [
            hint('escape', t('keyboard.leave')),
            hint('pagedown', t('keyboard.forward')),
            hint('pageup', t('keyboard.back')),
            ...typed.map((id) => hint(actions[id].everywhere, t(`keyboard.${id}`))),
            <span key="clicker" className={styles.hint}>
              {t('keyboard.clicker')}
            </span>,
          ]
        : leading.map((id) => hint(actions[id].keys[0], t(`keyboard.${id}`)))}
    </aside>
  );
}
