import { useTranslation } from 'react-i18next';
import type { Side } from '../../../shared/room/wall';
import { Button } from '../kit/button';
import { andText } from '../kit/list-text';
import { useContent } from '../mirror/content';
import { useLanguage } from '../mirror/use-language';
import type { NameOf } from './answer-lines';
import styles from './charter.module.css';

interface Offered {
  /** The capture it is made by. */
  readonly id: string;
  readonly exercise: string;
  /** What it becomes. */
  readonly title: string;
  readonly ready: boolean;
  readonly askFirst: readonly Side[];
}

interface OffersListProps {
  readonly title: string;
  readonly offers: readonly Offered[];
  readonly action: string;
  readonly nameOf: NameOf;
  readonly onTake: (captured: string) => void;
}

/** What an exercise left: one action makes something of it, and nobody types it twice. */
export function OffersList({ title, offers, action, nameOf, onTake }: OffersListProps) {
  const { t } = useTranslation('couples');
  const { exercise } = useContent();
  const language = useLanguage();
  if (offers.length === 0) return null;
  /** The exercise, where what it becomes is not of the same name. */
  const titleBeside = ({ title: made, exercise: id }: Offered): string => {
    const from = exercise(id)?.title ?? '';
    return from === made ? '' : from;
  };
  const names = (askFirst: readonly Side[]): string => andText(askFirst.map(nameOf), language);
  return (
    <section className={styles.part} aria-label={title}>
      <h2 className={styles.title}>{title}</h2>
      <ul className={styles.offers}>
        {offers.map((offer) => (
          <li key={offer.id} className={styles.offer}>
            <span>
              {offer.title} <span className={styles.soft}>{titleBeside(offer)}</span>
            </span>
            {offer.askFirst.length > 0 && (
              <span className={styles.soft}>{t('charter.askFirst', { names: names(offer.askFirst) })}</span>
            )}
            <Button size="compact-sm" disabled={!offer.ready} onClick={() => onTake(offer.id)}>
              {action}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
