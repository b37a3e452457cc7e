import { useRef, useState } from 'react';
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
import { useKeyboardStays } from './use-keyboard-stays';
import { type Partners, usePartners } from './use-partners';

interface CoupleFormProps {
  readonly couple: RosterEntry;
  readonly retreat: string;
  readonly exercise: Exercise;
  readonly record: RecordView;
  /** Called where a couple is not calm enough and skips. */
  readonly onSkipped?: () => void;
}

/** What an exercise asks of a couple; where it needs two who are calm, that comes first (S18). */
export function CoupleForm(props: CoupleFormProps) {
  const { couple, retreat, exercise, onSkipped } = props;
  const send = useCommand();
  const partners = usePartners(couple);
  const [calm, setCalm] = useState(exercise.calm === undefined);
  const place = useRef<HTMLDivElement>(null);
  const { fromTheFirst, ...stays } = useKeyboardStays(place);
  const skip = async (): Promise<void> => {
    const { ok } = await send({ type: 'record/mark', id: couple.id, retreat, exercise: exercise.id, mark: 'skipped' });
    if (ok) onSkipped?.();
  };
  return (
    <div ref={place} {...stays}>
      {calm || exercise.calm === undefined ? (
        <Parts {...props} partners={partners} />
      ) : (
        <CalmGate
          most={exercise.calm}
          partners={partners}
          onCalm={() => {
            fromTheFirst();
            setCalm(true);
          }}
          onSkip={() => void skip()}
        />
      )}
    </div>
  );
}

type PartsProps = Pick<CoupleFormProps, 'couple' | 'retreat' | 'exercise' | 'record'> & { readonly partners: Partners };

/** The form itself, made from the exercise's list of fields: A's part, B's, what is joint, what is the facilitator's. */
function Parts({ couple, retreat, exercise, record, partners }: PartsProps) {
  const { t } = useTranslation('capture');
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
    <div className={styles.parts}>
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
            <CellView key={cell.field.id} {...{ cell, couple, retreat, record, partners }} owner={part.owner} />
          ))}
          {gone
            .filter((owner) => owner === part.owner)
            .map((owner) => (
              <DeleteWords
                key={owner}
                couple={couple.id}
                owner={owner}
                consents={record.sheet.consents}
                partners={partners}
              />
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
}

function CellView({ cell, owner, couple, retreat, record, partners }: CellViewProps) {
  const { t } = useTranslation('capture');
  const of = { couple: couple.id, retreat, partners };
  switch (cell.is) {
    case 'open':
      return <AnswerField couple={couple.id} cell={cell} partners={partners} />;
    case 'closed':
      return <ClosedCell cell={cell} {...of} />;
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
