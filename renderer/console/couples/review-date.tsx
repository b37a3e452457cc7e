import { type FormEvent, type KeyboardEvent, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ClauseView } from '../../../shared/couple/charter/charter-view';
import { Button } from '../kit/button';
import { isDate } from '../kit/dates';
import { useCommand } from '../mirror/hooks';
import { DateLine } from '../parts/capture/editors';
import styles from './charter.module.css';

interface ReviewDateProps {
  readonly couple: string;
  readonly retreat: string;
  readonly clause: ClauseView;
  readonly onLeave: () => void;
}

/** The day on which a clause is to be looked at again: set, changed, or none. */
export function ReviewDate({ couple, retreat, clause, onLeave }: ReviewDateProps) {
  const { t } = useTranslation('couples');
  const label = useId();
  const send = useCommand();
  const [day, setDay] = useState(clause.review ?? '');
  const set = async (on: string | null) => {
    if (on === clause.review) return onLeave();
    const { ok } = await send({ type: 'charter/review', id: couple, retreat, clause: clause.id, on });
    if (ok) onLeave();
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isDate(day.trim())) void set(day.trim());
  };
  const press = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    onLeave();
  };
  return (
    <form className={styles.sheet} aria-labelledby={label} noValidate onSubmit={submit} onKeyDown={press}>
      <p id={label} className={styles.soft}>
        {t('charter.reviewOn')}
      </p>
      <DateLine labelledBy={label} text={day} change={setDay} hidden={false} isAsked />
      <Button type="submit" size="compact-sm" disabled={!isDate(day.trim())}>
        {t('charter.reviewSet')}
      </Button>
      {clause.review !== null && (
        <Button size="compact-sm" look="quiet" onClick={() => void set(null)}>
          {t('charter.reviewClear')}
        </Button>
      )}
    </form>
  );
}
