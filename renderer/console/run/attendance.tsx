import { useTranslation } from 'react-i18next';
import type { RosterEntry } from '../../../shared/retreat/retreat';
import { statuses } from '../../../shared/retreat/retreat-constants';
import { useAction } from '../keys/use-actions';
import { Button, keepFocus } from '../kit/button';
import { useMirrorDispatch, useView } from '../mirror/hooks';
import { foundCouple } from '../mirror/store';
import { useCoupleLabel } from '../mirror/use-couple-label';
import styles from './couples.module.css';
import { statusSigns } from './status-signs';

interface AttendanceProps {
  readonly id: string;
  readonly couples: readonly RosterEntry[];
  /** A couple was chosen here. */
  readonly done: () => void;
}

/** Who is late, takes part in another way, has left, or is noted: each a way to their seat. */
export function Attendance({ id, couples, done }: AttendanceProps) {
  const { t } = useTranslation('run');
  const notes = useView((view) => view.notes);
  const allHere = useAction('all-here');
  const groups = [
    ...statuses.flatMap((status) =>
      status === 'present'
        ? []
        : [{ id: status, couples: couples.filter((couple) => couple.status === status), Sign: statusSigns[status] }],
    ),
    {
      id: 'oneHere' as const,
      couples: couples.filter(({ A, B, status }) => status !== 'left' && !(A.present && B.present)),
      Sign: null,
    },
    { id: 'noted' as const, couples: couples.filter((couple) => (notes[couple.id] ?? '') !== ''), Sign: null },
  ].filter((group) => group.couples.length > 0);
  return (
    <section id={id} className={styles.attendance} aria-label={t('couples.attendance')}>
      {groups.length === 0 && <p className={styles.acts}>{t('couples.nobodyMissing')}</p>}
      {groups.map((group) => (
        <Members key={group.id} {...group} done={done} />
      ))}
      <div className={styles.acts}>
        <Button live size="compact-sm" onClick={allHere.run}>
          {t('couples.allHere')}
        </Button>
      </div>
    </section>
  );
}

interface MembersProps {
  readonly id: 'late' | 'paused' | 'passed' | 'left' | 'oneHere' | 'noted';
  readonly couples: readonly RosterEntry[];
  readonly Sign: (typeof statusSigns)['late'] | null;
  readonly done: () => void;
}

function Members({ id, couples, Sign, done }: MembersProps) {
  const { t } = useTranslation('run');
  const dispatch = useMirrorDispatch();
  const label = useCoupleLabel();
  const hidden = useView((view) => view.discreet);
  return (
    <>
      <span className={styles.group}>
        {Sign && <Sign size="0.875rem" stroke={2} aria-hidden />}
        {t(`couples.${id}`)}
      </span>
      <ul className={styles.members} aria-label={t(`couples.${id}`)}>
        {couples.map((couple) => (
          <li key={couple.id}>
            <button
              type="button"
              className={styles.member}
              onMouseDown={keepFocus}
              onClick={() => {
                done();
                dispatch(foundCouple(couple.id));
              }}
            >
              {hidden ? label(couple) : `${couple.seat} ${label(couple)}`}
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}
