import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PracticeOwner } from '../../../../shared/couple/practice/practice';
import type { PracticeField } from '../../../../shared/couple/practice/practice-fields';
import { type Noting, type PracticeKindName, practiceKindOf } from '../../../../shared/couple/practice/practice-kinds';
import type { PracticeEntryView } from '../../../../shared/couple/practice/practice-view';
import type { Scope } from '../../../../shared/exercise/fields';
import { dateOf } from '../../../../shared/retreat/schedule';
import { type Side, sides } from '../../../../shared/room/wall';
import type { Refusal } from '../../../../shared/session/protocol/refusal-code';
import { ownKeys } from '../../keys/typing';
import { Button } from '../../kit/button';
import { useClock, useCommand, useOneAtATime } from '../../mirror/hooks';
import { ConsentAsk } from '../../parts/capture/consent-ask';
import { missingConsents } from '../../parts/capture/form-parts';
import { Refused } from '../../parts/capture/refused';
import { goesOnByEnter, stopAt, stopsIn } from '../../parts/capture/stops';
import { useKeyboardStays } from '../../parts/capture/use-keyboard-stays';
import { askedFor, editorFor } from './asked-for';
import { Choice, PracticeFieldEditor } from './editors';
import type { PracticePlace } from './place';
import styles from './practice-form.module.css';
import { onField, useWritten, type Written, withoutHalfOf } from './use-written';

interface EntryFormProps extends PracticePlace {
  readonly retreat: string;
  readonly kind: PracticeKindName;
  /** What is changed; null where it is added. */
  readonly entry: PracticeEntryView | null;
  readonly onDone: () => void;
}

/** Whose consents an entry of this owner rests on. */
const consenters = (owner: PracticeOwner | null): readonly Side[] =>
  owner === null ? [] : owner === 'joint' ? sides : [owner];

/** A small form made from the fields of a kind. Enter goes on from a line, Ctrl and Enter keep it. */
export function EntryForm({ kind, entry, onDone, ...place }: EntryFormProps) {
  const { t } = useTranslation(['couples', 'practice']);
  const { couple, retreat, consents, alone, nameOf, hidden } = place;
  const clock = useClock();
  const form = useRef<HTMLFormElement>(null);
  const id = useId();
  const of = practiceKindOf({ kind });
  const { written, touched, write, done } = useWritten(couple, kind, entry?.id ?? null, {
    owner: entry?.owner ?? (of.whose === 'joint' ? 'joint' : alone),
    content: (entry?.content ?? of.blank) as unknown as Written['content'],
    on: entry?.on ?? dateOf(clock.now().wall),
    halves: {},
  });
  const { owner, content, on, halves } = written;
  const halfOf = (field: string) => ({
    half: halves[field] ?? null,
    changeHalf: (half: string) => write({ halves: { ...halves, [field]: half } }),
  });
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const send = useCommand('none', setRefusal);
  const missingOf = (scope: Scope) =>
    missingConsents(
      consents,
      consenters(owner).map((side) => ({ side, scope })),
    );
  const missing = missingOf(of.scope);
  const ready = owner !== null && missing.length === 0;
  useEffect(() => {
    const [first] = form.current === null ? [] : stopsIn(form.current);
    first?.focus();
  }, []);
  // The yes that lets it be written was pressed, and is gone: what one came to write is there.
  useEffect(() => {
    if (!ready || document.activeElement !== document.body) return;
    form.current?.querySelector<HTMLElement>('[data-cell] [data-stop]')?.focus();
  }, [ready]);
  const { fromTheFirst: _, ...stays } = useKeyboardStays(form);

  const once = useOneAtATime();
  // What is half typed would be left out, and the entry would say something else than its form.
  const whole = ready && on !== null && Object.keys(halves).length === 0;
  const keep = async (): Promise<void> => {
    if (!whole) return;
    const noting = { kind, content } as unknown as Noting;
    const { ok } = await send(
      entry === null
        ? { type: 'practice/add', id: couple, retreat, owner, on, noting }
        : { type: 'practice/change', id: couple, entry: entry.id, on, noting },
    );
    if (ok) leave();
  };
  const press = (event: KeyboardEvent<HTMLFormElement>): void => {
    const { key, target, currentTarget } = event;
    if (!(target instanceof Element)) return;
    if (key === 'Escape' && !touched) {
      event.preventDefault();
      event.stopPropagation();
      leave();
    }
    if (key !== 'Enter') return;
    if (event.ctrlKey || event.metaKey) {
      event.preventDefault();
      void once(keep);
    } else if (!event.shiftKey && goesOnByEnter(target)) {
      event.preventDefault();
      const all = stopsIn(currentTarget);
      all[stopAt(currentTarget, target) + 1]?.focus();
    }
  };
  const leave = (): void => {
    done();
    onDone();
  };
  const title = t(entry === null ? 'practice.form.add' : 'practice.form.change', { kind: t(`practice:kinds.${kind}`) });
  return (
    <form
      ref={form}
      {...ownKeys}
      {...stays}
      className={styles.form}
      aria-label={title}
      onKeyDown={press}
      onSubmit={(event) => {
        event.preventDefault();
        void once(keep);
      }}
    >
      <h3 className={styles.formTitle}>{title}</h3>
      {of.whose === 'each' && entry === null && alone === null && (
        <div className={styles.field}>
          <p id={`${id}whose`} className={styles.question}>
            {t('practice.whose.label')}
          </p>
          <Choice
            labelledBy={`${id}whose`}
            hidden={false}
            options={sides.map((side) => ({ value: side, label: nameOf(side) }))}
            chosen={owner === null ? [] : [owner]}
            onPress={(side) => write({ owner: side === 'B' ? 'B' : 'A' })}
          />
        </div>
      )}
      {missing.length > 0 && <ConsentAsk couple={couple} retreat={retreat} missing={missing} nameOf={nameOf} />}
      {ready &&
        Object.entries<Pick<PracticeField<never>, 'editor' | 'scope'>>(of.fields)
          .filter(([name]) => askedFor(kind, name, content))
          .map(([name, field]) => (
            <Field
              key={name}
              id={`${id}${name}`}
              label={t(`practice:fields.${kind}.${name}` as 'practice:fields.win.text')}
              missing={field.scope === of.scope ? [] : missingOf(field.scope)}
              couple={couple}
              retreat={retreat}
              nameOf={nameOf}
            >
              <PracticeFieldEditor
                editor={editorFor(kind, name, content, field.editor)}
                value={content[name] ?? null}
                change={(value) =>
                  write({ content: { ...content, [name]: value }, halves: withoutHalfOf(written, name) })
                }
                {...halfOf(name)}
                hidden={hidden}
                labelledBy={`${id}${name}`}
              />
            </Field>
          ))}
      {ready && (
        <Field
          id={`${id}on`}
          label={t('practice.form.on')}
          missing={[]}
          couple={couple}
          retreat={retreat}
          nameOf={nameOf}
        >
          <PracticeFieldEditor
            editor={{ kind: 'date' }}
            value={on}
            change={(day) =>
              write({ on: typeof day === 'string' ? day : null, halves: withoutHalfOf(written, onField) })
            }
            {...halfOf(onField)}
            hidden={false}
            labelledBy={`${id}on`}
          />
        </Field>
      )}
      {kind === 'bids' && Number(content.answered) > Number(content.noticed) && (
        <p role="status" className={styles.warn}>
          {t('practice.form.more')}
        </p>
      )}
      {refusal !== null && <Refused refusal={refusal} />}
      <div className={styles.acts} data-stop-in>
        {ready && (
          <Button type="submit" look="primary" disabled={!whole}>
            {t('practice.form.save')}
          </Button>
        )}
        <Button look="quiet" onClick={leave}>
          {t('practice.form.cancel')}
        </Button>
      </div>
    </form>
  );
}

interface FieldProps {
  readonly id: string;
  readonly label: string;
  readonly missing: ReturnType<typeof missingConsents>;
  readonly couple: string;
  readonly retreat: string;
  readonly nameOf: PracticePlace['nameOf'];
  readonly children: ReactNode;
}

/** One question, or where a consent of its own is missing, that. */
function Field({ id, label, missing, couple, retreat, nameOf, children }: FieldProps) {
  return (
    <div className={styles.field} data-cell={id}>
      <p id={id} className={styles.question}>
        {label}
      </p>
      {missing.length === 0 ? (
        children
      ) : (
        <ConsentAsk couple={couple} retreat={retreat} missing={missing} nameOf={nameOf} />
      )}
    </div>
  );
}
