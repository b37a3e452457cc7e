import { TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useCallback, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Scope, scopes } from '../../../shared/exercise/fields';
import { cutTo } from '../../../shared/room/one-line';
import { type Side, sides } from '../../../shared/room/wall';
import type { FoundCouple } from '../../../shared/session/protocol/couple-search';
import { noteCap } from '../../../shared/session/state/drafts';
import type { RecordView } from '../../../shared/session/view/record-view';
import { ownKeys } from '../keys/typing';
import { dateText, dayText } from '../kit/dates';
import { EmptyState } from '../kit/panel';
import { privately } from '../kit/privately';
import { useContent } from '../mirror/content';
import { useView } from '../mirror/hooks';
import { useDraft } from '../mirror/use-draft';
import { useLanguage } from '../mirror/use-language';
import { useShownRecords } from '../mirror/use-shown-records';
import { HandedList } from '../parts/handed-list';
import { AnswerLines, type NameOf } from './answer-lines';
import { CharterSection } from './charter-section';
import { CoupleEdits } from './couple-edits';
import styles from './couple-page.module.css';
import { DueSection } from './due-section';
import { EarlierRetreats } from './earlier-retreats';
import { Archived, FileMenu } from './file-menu';
import { JoinOlder } from './join-older';
import { NextSection } from './next-section';
import { PracticeSection } from './practice/practice-section';
import { StorySection } from './story-section';
import { timelineOf } from './timeline';
import { useFoundCouples } from './use-found-couples';
import { useKeyboardOnPage } from './use-keyboard-on-page';
import { usePageNames } from './use-page-names';

const noRetreats: FoundCouple['retreats'] = [];

/** A couple's file: who they are, what they said yes to, what they wrote at every retreat, and the facilitator's own notes apart. */
export function CouplePage({ id }: { readonly id: string }) {
  const { t } = useTranslation('couples');
  useShownRecords({ whole: [id] });
  const found = useFoundCouples({ id });
  const record = useView(({ records }) => records[id]);
  const discreet = useView((view) => view.discreet);
  const here = useView(({ retreat }) => retreat?.couples.find((couple) => couple.id === id));
  const open = useView(({ retreat }) => retreat?.id ?? null);
  const [couple] = found?.couples ?? [];
  const names = usePageNames(id);
  const [A, B] = sides.map((side) => (discreet ? '' : (here?.[side].name ?? couple?.[side] ?? '')) || side);
  const page = useKeyboardOnPage<HTMLElement>(record !== undefined && found !== null);
  const nameOf: NameOf = useCallback((side) => (side === 'A' ? A : B) ?? side, [A, B]);
  if (record === undefined || found === null) return <p className={styles.soft}>{t('page.reading')}</p>;
  return (
    <article {...ownKeys} ref={page} tabIndex={-1} className={styles.page} aria-labelledby="couple-page">
      <header className={styles.head}>
        <h1 id="couple-page" className={styles.names}>
          {names}
        </h1>
        <p className={styles.soft}>{here !== undefined && t('page.seat', { seat: here.seat })}</p>
        <CoupleEdits id={id} here={here !== undefined} nameOf={nameOf} />
        <FileMenu id={id} nameOf={nameOf} />
        <Consents record={record} nameOf={nameOf} />
        <Archived id={id} />
        <DueSection id={id} />
        <NextSection id={id} retreats={couple?.retreats ?? noRetreats} />
        <EarlierRetreats id={id} names={names} retreats={couple?.retreats ?? []} />
        {here !== undefined && couple !== undefined && couple.retreats.length < 2 && (
          <JoinOlder couple={here} names={names} />
        )}
        <HandedList id={id} whose="joint" nameOf={nameOf} title="title" />
      </header>
      <CharterSection id={id} retreat={here === undefined ? null : open} nameOf={nameOf} hidden={discreet} />
      <PracticeSection id={id} retreat={here === undefined ? null : open} nameOf={nameOf} hidden={discreet} />
      <StorySection id={id} nameOf={nameOf} retreats={couple?.retreats ?? noRetreats} />
      <Timeline record={record} nameOf={nameOf} retreats={couple?.retreats ?? []} hidden={discreet} />
      {here !== undefined && <PrivateNote id={id} hidden={discreet} />}
    </article>
  );
}

/** What each partner said yes to, in a line. */
function Consents({ record, nameOf }: { readonly record: RecordView; readonly nameOf: NameOf }) {
  const { t } = useTranslation('couples');
  const language = useLanguage();
  const state = (side: Side, scope: Scope): string => {
    const { givenAt, earlierAt, withdrawnAt } = record.sheet.consents[side][scope];
    if (withdrawnAt !== null) return t('consent.state.withdrawn', { date: dayText(withdrawnAt, language) });
    if (givenAt !== null) return t('consent.state.given', { date: dayText(givenAt, language) });
    return earlierAt === null
      ? t('consent.state.none')
      : t('consent.state.earlier', { date: dayText(earlierAt, language) });
  };
  return (
    <dl className={styles.consents} aria-label={t('page.consents')}>
      {sides.map((side) => (
        <div key={side} data-side={side}>
          <dt>{nameOf(side)}</dt>
          {scopes.map((scope) => (
            <dd key={scope}>
              {t(`consent.scope.${scope}`)}: {state(side, scope)}
            </dd>
          ))}
        </div>
      ))}
    </dl>
  );
}

interface TimelineProps {
  readonly record: RecordView;
  readonly nameOf: NameOf;
  readonly retreats: FoundCouple['retreats'];
  readonly hidden: boolean;
}

/** From this many answers on, a search field helps. */
const many = 7;

function Timeline({ record, nameOf, retreats, hidden }: TimelineProps) {
  const { t } = useTranslation('couples');
  const language = useLanguage();
  const { exercise } = useContent();
  const [wanted, setWanted] = useState('');
  const { answers } = record;
  const parts = useMemo(
    () => timelineOf(answers, wanted, (id) => exercise(id)?.title ?? ''),
    [answers, wanted, exercise],
  );
  return (
    <section className={styles.timeline} aria-label={t('page.timeline')}>
      {answers.length >= many && (
        <TextInput
          type="search"
          aria-label={t('page.search')}
          placeholder={t('page.search')}
          leftSection={<IconSearch size={16} />}
          value={wanted}
          onChange={(event) => setWanted(event.currentTarget.value)}
        />
      )}
      {answers.length === 0 && <EmptyState title={t('page.none')} text={t('page.noneText')} />}
      {answers.length > 0 && parts.length === 0 && <p className={styles.soft}>{t('page.notFound')}</p>}
      {parts.map(({ retreat, at, entries }) => {
        const of = retreats.find(({ id }) => id === retreat);
        return (
          <section key={retreat} className={styles.retreat} aria-labelledby={`at-${retreat}`}>
            <h2 id={`at-${retreat}`} className={styles.retreatTitle}>
              {of?.title ?? t('page.otherRetreat')}
              <span className={styles.soft}>
                {of === undefined ? dayText(at, language) : dateText(of.date, language)}
              </span>
            </h2>
            {entries.map((entry) => (
              <section
                key={entry.exercise}
                className={styles.entry}
                aria-labelledby={`at-${retreat} ${retreat}-${entry.exercise}`}
              >
                <h3 id={`${retreat}-${entry.exercise}`} className={styles.exercise}>
                  {exercise(entry.exercise)?.title ?? t('page.otherExercise')}
                </h3>
                <dl className={styles.answers}>
                  <AnswerLines answers={entry.answers} nameOf={nameOf} hidden={hidden} />
                </dl>
              </section>
            ))}
          </section>
        );
      })}
    </section>
  );
}

/** The facilitator's own note: apart from what the couple said, and marked as what it is (S11). */
function PrivateNote({ id, hidden }: { readonly id: string; readonly hidden: boolean }) {
  const { t } = useTranslation('couples');
  const stored = useView(({ notes }) => notes[id] ?? '');
  const { draft, change } = useDraft({ document: 'note', id }, 'note');
  return (
    <aside className={styles.note} aria-labelledby="private-note">
      <h2 id="private-note" className={styles.noteTitle}>
        {t('page.note')}
      </h2>
      <p className={styles.soft}>{t('page.noteText')}</p>
      <textarea
        className={styles.noteField}
        aria-labelledby="private-note"
        rows={8}
        placeholder={t('page.noteEmpty')}
        value={draft ?? stored}
        {...privately(hidden)}
        onChange={(event) => change(cutTo(event.currentTarget.value, noteCap))}
      />
    </aside>
  );
}
