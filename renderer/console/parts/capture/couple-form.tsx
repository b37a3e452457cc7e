import { useCallback, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Owner } from '../../../../shared/couple/answer';
import type { Exercise } from '../../../../shared/exercise/exercise';
import type { RosterEntry } from '../../../../shared/retreat/retreat';
import type { RecordView } from '../../../../shared/session/view/record-view';
import { useCommand } from '../../mirror/hooks';
import { AnswerField, Question } from './answer-field';
import { CalmGate } from './calm-gate';
import styles from './capture.module.css';
import { ClosedCell, ConsentField } from './consent-cells';
import { DeleteWords, withdrawnOwners } from './delete-words';
import { type Cell, formParts, type Part } from './form-parts';
import { type Partners, usePartners } from './use-partners';

interface CoupleFormProps {
  readonly couple: RosterEntry;
  readonly retreat: string;
  readonly exercise: Exercise;
  readonly record: RecordView;
  /** Called where a couple is not calm enough and skips. */
  readonly onSkipped?: () => void;
}

/** What an exercise asks of a couple, made from its list of fields: A's part, B's, what is joint, what is the facilitator's. */
export function CoupleForm({ couple, retreat, exercise, record, onSkipped }: CoupleFormProps) {
  const { t } = useTranslation('capture');
  const send = useCommand();
  const partners = usePartners(couple);
  const [calm, setCalm] = useState(exercise.calm === undefined);
  const { place, focusWhenOpen } = useFocusOfOpened();
  if (!calm && exercise.calm !== undefined) {
    const skip = async (): Promise<void> => {
      const { ok } = await send({
        type: 'record/mark',
        id: couple.id,
        retreat,
        exercise: exercise.id,
        mark: 'skipped',
      });
      if (ok) onSkipped?.();
    };
    return (
      <CalmGate most={exercise.calm} partners={partners} onCalm={() => setCalm(true)} onSkip={() => void skip()} />
    );
  }
  const parts = formParts({
    retreat,
    exercise: exercise.id,
    capture: exercise.capture,
    consents: record.sheet.consents,
    answers: record.answers,
    alone: partners.alone,
  });
  const gone = withdrawnOwners(record);
  return (
    <div ref={place} className={styles.parts}>
      {partners.alone !== null && exercise.capture.some(({ whose }) => whose === 'joint') && (
        <p className={styles.soft}>{t('alone', { name: partners.nameOf(partners.alone) })}</p>
      )}
      {parts.length === 0 && <p className={styles.soft}>{t('asksNothing')}</p>}
      {parts.map((part) => (
        <section
          key={part.owner}
          className={styles.part}
          data-owner={part.owner}
          aria-label={titleOf(part, partners, t)}
        >
          <h3 className={styles.partTitle}>{titleOf(part, partners, t)}</h3>
          {part.cells.map((cell) => (
            <CellView
              key={cell.field.id}
              {...{ cell, couple, retreat, record, partners }}
              owner={part.owner}
              onYes={focusWhenOpen}
            />
          ))}
          {gone
            .filter((owner) => owner === part.owner)
            .map((owner) => (
              <DeleteWords key={owner} couple={couple.id} owner={owner} partners={partners} />
            ))}
        </section>
      ))}
    </div>
  );
}

type Translate = ReturnType<typeof useTranslation<'capture'>>['t'];

function titleOf({ owner }: Part, { nameOf }: Partners, t: Translate): string {
  if (owner === 'joint' || owner === 'facilitator') return t(`part.${owner}`);
  const name = nameOf(owner);
  return name === t('letter', { side: owner }) ? name : t('part.side', { name, side: owner });
}

interface CellViewProps extends Pick<CoupleFormProps, 'couple' | 'retreat' | 'record'> {
  readonly cell: Cell;
  readonly owner: Owner;
  readonly partners: Partners;
  readonly onYes: (cell: string) => void;
}

function CellView({ cell, owner, couple, retreat, record, partners, onYes }: CellViewProps) {
  const { t } = useTranslation('capture');
  const of = { couple: couple.id, retreat, partners };
  switch (cell.is) {
    case 'open':
      return <AnswerField couple={couple.id} cell={cell} partners={partners} />;
    case 'closed':
      return <ClosedCell cell={cell} {...of} onYes={onYes} />;
    case 'consent':
      return <ConsentField cell={cell} {...of} consents={record.sheet.consents} />;
    case 'kept':
      return (
        <div className={styles.cell} data-cell={`${owner}/${cell.field.id}`}>
          <Question field={cell.field} />
          <p className={styles.soft}>
            {owner === 'A' || owner === 'B' ? t('kept', { name: partners.nameOf(owner) }) : t('keptJoint')}
          </p>
        </div>
      );
  }
}

/** The keyboard goes on into a field once what was missing for it is there. */
function useFocusOfOpened() {
  const place = useRef<HTMLDivElement>(null);
  const wanted = useRef<string | null>(null);
  useEffect(() => {
    if (wanted.current === null) return;
    const field = place.current?.querySelector<HTMLElement>(`[data-cell="${wanted.current}"] [data-stop]`);
    if (field == null) return;
    wanted.current = null;
    field.focus();
  });
  const focusWhenOpen = useCallback((cell: string) => {
    wanted.current = cell;
  }, []);
  return { place, focusWhenOpen };
}
