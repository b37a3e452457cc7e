import { type FormEvent, type KeyboardEvent, useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { ClauseView } from '../../../shared/couple/charter/charter-view';
import { draftKey } from '../../../shared/session/state/drafts';
import { Button } from '../kit/button';
import { isDate } from '../kit/dates';
import { useCommand, useLatest } from '../mirror/hooks';
import { useDraft } from '../mirror/use-draft';
import { DateLine } from '../parts/capture/editors';
import { cleanText } from '../parts/capture/field-text';
import styles from './charter.module.css';

interface ReviewDateProps {
  readonly couple: string;
  readonly retreat: string;
  readonly clause: ClauseView;
  readonly onLeave: () => void;
}

const charterOf = (couple: string) => ({ document: 'charter', id: couple }) as const;
const fieldOf = (clause: string): string => `review/${clause}`;

/** Whether a day was being typed for a clause when its page went: asked once, as the page comes. */
export function useReviewLeft(couple: string, clause: string): () => boolean {
  const latest = useLatest(({ drafts }) => drafts);
  return () => latest()[draftKey(charterOf(couple), fieldOf(clause))] !== undefined;
}

/** The day on which a clause is to be looked at again: set, changed, or none. */
export function ReviewDate({ couple, retreat, clause, onLeave }: ReviewDateProps) {
  const { t } = useTranslation('couples');
  const label = useId();
  const send = useCommand();
  const { draft, change } = useDraft(charterOf(couple), fieldOf(clause.id));
  const day = draft ?? clause.review ?? '';
  const leave = () => {
    change(null);
    onLeave();
  };
  const set = async (on: string | null) => {
    if (on === clause.review) return leave();
    const { ok } = await send({ type: 'charter/review', id: couple, retreat, clause: clause.id, on });
    if (ok) leave();
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isDate(day.trim())) void set(day.trim());
  };
  const press = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    leave();
  };
  return (
    <form className={styles.sheet} aria-labelledby={label} noValidate onSubmit={submit} onKeyDown={press}>
      <p id={label} className={styles.soft}>
        {t('charter.reviewOn')}
      </p>
      <DateLine
        labelledBy={label}
        text={day}
        change={(text) => change(cleanText('date', text))}
        hidden={false}
        isAsked
      />
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
