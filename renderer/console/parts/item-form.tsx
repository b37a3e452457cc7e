import { useTranslation } from 'react-i18next';
import type { AgendaItem } from '../../../shared/retreat/retreat';
import { minutesIn, otherForms } from '../../../shared/session/commands/exercise-lengths';
import { Button } from '../kit/button';
import { useContent } from '../mirror/content';
import { useCommand } from '../mirror/hooks';
import styles from './item-form.module.css';

interface ItemFormProps {
  readonly item: AgendaItem;
  /** The item as its leader knows it, for whoever hears the buttons without seeing where they stand. */
  readonly title: string;
  /** Where the day is led it always says how, in few words; else only what the plan does not say by itself. */
  readonly live?: boolean;
}

/** What the steps of an item really take, and the other forms it can be led in. Nothing for what is no exercise. */
export function ItemForm({ item, title, live = false }: ItemFormProps) {
  const { t } = useTranslation('forms');
  const send = useCommand();
  const exercise = useContent().exercise(item.kind === 'exercise' ? item.ref : null);
  if (exercise === undefined) return null;
  const takes = minutesIn(item.form, exercise, item.minutes);
  const tooFew = takes > item.minutes;
  if (!live && !tooFew && item.form === 'full') return null;
  const short = minutesIn('short', exercise, item.minutes);
  const even = item.form === 'full' && short > item.minutes && !live;
  const says = !tooFew ? (`takes.${item.form}` as const) : even ? 'tooFew.even' : (`tooFew.${item.form}` as const);
  return (
    <fieldset className={styles.form} data-live={live} aria-label={t('label', { title })}>
      <p className={styles.says} data-few={tooFew}>
        {t(says, { minutes: takes, short })}
      </p>
      <span className={styles.offers}>
        {otherForms(item, exercise).map((form) => {
          const words = { title, minutes: minutesIn(form, exercise, item.minutes) };
          return (
            <Button
              key={form}
              live={live}
              size="compact-sm"
              label={t(`offerOf.${form}`, words)}
              onClick={() => void send({ type: 'day/form', id: item.id, form })}
            >
              {t(`offer.${form}`, words)}
            </Button>
          );
        })}
      </span>
    </fieldset>
  );
}
