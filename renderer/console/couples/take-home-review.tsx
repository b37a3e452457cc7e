import { useTranslation } from 'react-i18next';
import type { LeftOut, Section } from '../../../shared/couple/summary/summary';
import type { Paper } from '../../../shared/couple/summary/version';
import type { TakeHomeView } from '../../../shared/session/view/take-home-view';
import { Sheet } from '../../print/sheet';
import { Button } from '../kit/button';
import { EmptyState } from '../kit/panel';
import { useCommand, useView } from '../mirror/hooks';
import { PrintButton } from './print-button';
import styles from './take-home.module.css';
import { useWho } from './use-who';

type Review = NonNullable<TakeHomeView['review']>;

interface ReviewProps {
  readonly review: TakeHomeView['review'];
  readonly paper: Paper;
}

/** A copy as it will be, beside what is not in it and why; a section or an item is left out with a click. */
export function TakeHomeReview({ review, paper }: ReviewProps) {
  const { t } = useTranslation('couples');
  const discreet = useView((view) => view.discreet);
  if (review === null) {
    return (
      <section className={styles.review} aria-label={t('takeHome.review')}>
        <EmptyState title={t('takeHome.none')} text={t('takeHome.noneText')} />
      </section>
    );
  }
  return (
    <section className={styles.review} aria-label={t('takeHome.review')}>
      <div className={styles.sheets}>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is scrolled by keyboard too. */}
        <section className={styles.desk} aria-label={t('takeHome.pages')} tabIndex={0}>
          {review.summary === null || discreet ? (
            <EmptyState title={t('takeHome.empty')} text={t(discreet ? 'takeHome.discreet' : 'takeHome.emptyText')} />
          ) : (
            <div className={styles.paper}>
              <Sheet language={review.summary.language} read={review.summary} />
            </div>
          )}
        </section>
        <div className={styles.beside}>
          {review.summary !== null && (
            <PrintButton print={{ type: 'print/copies', copies: [{ id: review.id, version: review.version }], paper }}>
              {t('print.copy')}
            </PrintButton>
          )}
          {!discreet && <Contents review={review} />}
          <LeftOutList review={review} />
        </div>
      </div>
    </section>
  );
}

function Contents({ review }: { readonly review: Review }) {
  const { t } = useTranslation('couples');
  const send = useCommand();
  const { id, version, summary, out } = review;
  const leave = (part: string, on: boolean) =>
    void send({ type: 'take-home/leave-out', copy: { id, version }, part, out: on });
  const backIn = () => {
    for (const part of out) leave(part, false);
  };
  return (
    <div>
      <h2 className={styles.title}>{t('takeHome.contents')}</h2>
      <ul className={styles.contents}>
        {summary?.sections.map((section) => (
          <SectionLines key={section.id} section={section} leave={(part) => leave(part, true)} />
        ))}
      </ul>
      {out.length > 0 && (
        <Button look="quiet" size="compact-sm" onClick={backIn}>
          {t('takeHome.backIn')}
        </Button>
      )}
    </div>
  );
}

function SectionLines({ section, leave }: { readonly section: Section; readonly leave: (part: string) => void }) {
  const { t } = useTranslation('couples');
  const items = section.groups.flatMap((group) => group.items);
  const line = (part: string, title: string) => (
    <span className={styles.line}>
      <span className={styles.lineTitle}>{title}</span>
      <Button
        look="quiet"
        size="compact-sm"
        label={t('takeHome.leaveOut', { part: title })}
        onClick={() => leave(part)}
      >
        {t('takeHome.leave')}
      </Button>
    </span>
  );
  return (
    <li>
      {line(section.id, section.title)}
      <ul>
        {items.map((item) => (
          <li key={item.id}>{line(item.id, item.title)}</li>
        ))}
      </ul>
    </li>
  );
}

function LeftOutList({ review }: { readonly review: Review }) {
  const { t } = useTranslation('couples');
  const { nameOf } = useWho();
  const couple = useView(({ retreat }) => retreat?.couples.find(({ id }) => id === review.id));
  if (couple === undefined) return null;
  const words = (left: LeftOut): string => {
    switch (left.why) {
      case 'only-i':
      case 'not-shared':
        return t(`takeHome.leftOut.${left.why}.${left.what}`, { name: nameOf(couple, left.side), count: left.count });
      case 'no-export':
      case 'withheld':
        return t(`takeHome.leftOut.${left.why}`, { name: nameOf(couple, left.side) });
      case 'unconfirmed':
      case 'by-hand':
        return t(`takeHome.leftOut.${left.why}`, { count: left.count });
    }
  };
  return (
    <div>
      <h2 className={styles.title}>{t('takeHome.leftOutTitle')}</h2>
      {review.leftOut.length === 0 ? (
        <p className={styles.soft}>{t('takeHome.leftOutNone')}</p>
      ) : (
        <ul className={styles.leftOut}>
          {review.leftOut.map((left) => (
            <li key={words(left)}>{words(left)}</li>
          ))}
        </ul>
      )}
    </div>
  );
}
