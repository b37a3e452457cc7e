import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { ClauseKindName } from '../../../shared/couple/charter/clause-kinds';
import type { Slot } from '../../../shared/couple/charter/writing';
import { privately } from '../kit/privately';
import { Line, Lines } from '../parts/capture/editors';
import editors from '../parts/capture/editors.module.css';
import { Options } from '../parts/capture/options';
import styles from './clause-editor.module.css';

interface ClauseSlotProps {
  readonly kind: ClauseKindName;
  readonly slot: Slot;
  readonly text: string;
  readonly change: (text: string) => void;
  readonly hidden: boolean;
  readonly nameOf: (side: 'A' | 'B') => string;
  /** What a cue can guard, as it reads. */
  readonly guarded: readonly { readonly id: string; readonly reads: string }[];
  /** What is not right in it, or nothing. */
  readonly wrong: string | null;
}

/** One thing that a clause of a kind asks for. */
export function ClauseSlot({ kind, slot, text, change, hidden, nameOf, guarded, wrong }: ClauseSlotProps) {
  const { t } = useTranslation(['charter', 'couples', 'capture']);
  const label = useId();
  const told = useId();
  const { editor, side, field, optional } = slot;
  const props = {
    text,
    hidden,
    labelledBy: label,
    describedBy: wrong === null ? undefined : told,
    change,
  };
  return (
    <div className={styles.slot} data-side={side ?? undefined}>
      <p className={styles.label}>
        <span id={label}>
          {t(`charter:fields.${kind}.${field}` as 'charter:fields.agreement.text')}
          {side !== null && (
            <>
              {', '}
              <span className={styles.whose}>{nameOf(side)}</span>
            </>
          )}
        </span>{' '}
        {optional && <span className={styles.soft}>{t('couples:charter.optional')}</span>}
      </p>
      {editor.kind === 'text' && !editor.long && <Line {...props} />}
      {editor.kind === 'text' && editor.long && <Lines {...props} />}
      {editor.kind === 'list' && <Lines {...props} placeholder={t('capture:list')} />}
      {editor.kind === 'minutes' && <Line {...props} inputMode="numeric" className={editors.tally} />}
      {editor.kind === 'choice' && (
        <Options
          {...props}
          look="words"
          options={editor.options.map((value) => ({
            value,
            label: t(`charter:options.${value}` as 'charter:options.monday'),
          }))}
          chosen={[text]}
          several={false}
          onPress={change}
          meant={(sign) => (/^[1-9]$/u.test(sign) ? editor.options[Number(sign) - 1] : undefined)}
        />
      )}
      {editor.kind === 'clause' && (
        <select
          className={styles.select}
          data-stop="line"
          aria-labelledby={label}
          aria-describedby={props.describedBy}
          value={text}
          {...privately(hidden)}
          onChange={(event) => change(event.currentTarget.value)}
        >
          <option value="">{t('couples:charter.guardsNone')}</option>
          {guarded.map(({ id, reads }) => (
            <option key={id} value={id}>
              {reads}
            </option>
          ))}
        </select>
      )}
      {wrong !== null && (
        <p id={told} className={styles.wrong} role="status">
          {wrong}
        </p>
      )}
    </div>
  );
}
