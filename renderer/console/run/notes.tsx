import { useTranslation } from 'react-i18next';
import { castText, type Exercise, sourceOf, type Talk } from '../../../shared/exercise/exercise';
import { currentDay, itemAfter } from '../../../shared/retreat/retreat';
import type { Live } from '../../../shared/session/state/session';
import { keepFocus } from '../kit/button';
import { useContent } from '../mirror/content';
import { useLocal, useMirrorDispatch, useView } from '../mirror/hooks';
import { type NotesPage, notesPages, turned } from '../mirror/store';
import styles from './notes.module.css';
import shared from './run.module.css';
import { stepNames } from './steps-of';

/** What only the facilitator reads. */
export function Notes() {
  const { t } = useTranslation('run');
  const content = useContent();
  const live = useView((view) => view.live);
  const exercise = content.exercise(live.ref);
  const talk = content.talk(live.ref);
  if (live.stage.playing !== null && exercise !== undefined) {
    return <ExerciseNotes key={exercise.id} exercise={exercise} live={live} />;
  }
  if (live.stage.playing !== null && talk !== undefined)
    return <TalkNotes talk={talk} index={live.stage.playing.index} />;
  return (
    <section className={styles.notes} aria-label={t('notes.title')}>
      <div className={styles.top}>
        <h2 className={shared.title}>{t('notes.title')}</h2>
      </div>
      <Scroll>
        <Between live={live} />
      </Scroll>
    </section>
  );
}

/** Scrolls inside, and by keyboard too. */
function Scroll({ children }: { readonly children: React.ReactNode }) {
  const { t } = useTranslation('run');
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reached by keyboard
    <section className={styles.scroll} tabIndex={0} aria-label={t('notes.text')}>
      {children}
    </section>
  );
}

/** Nothing to lead right now: what a facilitator needs then is how to set up what comes. */
function Between({ live }: { readonly live: Live }) {
  const { t } = useTranslation('run');
  const content = useContent();
  const retreat = useView((view) => view.retreat);
  const day = retreat === null ? undefined : currentDay(retreat);
  const item = day === undefined ? null : itemAfter(day, live.after);
  const coming = content.exercise(item?.ref ?? null) ?? content.talk(item?.ref ?? null);
  const kind = live.stage.playing?.kind;
  return (
    <>
      <p className={styles.say}>
        {kind === 'break' ? t('notes.break') : kind === 'timer' ? t('notes.timer') : coming ? '' : t('notes.idle')}
      </p>
      {coming !== undefined && kind !== 'timer' && (
        <>
          <h3 className={styles.label}>{t('notes.coming', { title: coming.title })}</h3>
          <p>{'before' in coming ? coming.before : coming.notes}</p>
        </>
      )}
    </>
  );
}

function TalkNotes({ talk, index }: { readonly talk: Talk; readonly index: number }) {
  const { t } = useTranslation('run');
  const card = talk.cards[index];
  return (
    <section className={styles.notes} aria-label={t('notes.title')}>
      <div className={styles.top}>
        <h2 className={shared.title}>{talk.title}</h2>
      </div>
      <Scroll>
        {card !== undefined && (
          <>
            <h3 className={styles.label}>{t('notes.say')}</h3>
            <p className={styles.say}>{card.say}</p>
          </>
        )}
        <h3 className={styles.label}>{t('notes.lead')}</h3>
        <p>{talk.notes}</p>
      </Scroll>
    </section>
  );
}

function ExerciseNotes({ exercise, live }: { readonly exercise: Exercise; readonly live: Live }) {
  const { t } = useTranslation('run');
  const dispatch = useMirrorDispatch();
  const page = useLocal(({ place: { notes } }) => (notes?.of === exercise.id ? notes.page : 'now'));
  const turn = (to: NotesPage) => (
    <button
      key={to}
      type="button"
      role="tab"
      id={`notes-${to}`}
      className={styles.tab}
      data-page={to}
      aria-selected={page === to}
      aria-controls="notes-page"
      onMouseDown={keepFocus}
      onClick={() => void dispatch(turned({ of: exercise.id, page: to }))}
    >
      {t(`notes.${to}`)}
    </button>
  );
  return (
    <section className={styles.notes} aria-label={t('notes.title')}>
      <div className={styles.top}>
        <h2 className={shared.title} title={exercise.title}>
          <span className={styles.code}>{exercise.code}</span> {exercise.title}
        </h2>
      </div>
      <div className={styles.tabs} role="tablist" aria-label={t('notes.tabs')}>
        {notesPages.map(turn)}
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reached by keyboard */}
      <div id="notes-page" className={styles.scroll} role="tabpanel" aria-labelledby={`notes-${page}`} tabIndex={0}>
        <PageText page={page} exercise={exercise} live={live} />
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: where it scrolls it must be reached by keyboard */}
      <div className={styles.safety} role="note" tabIndex={0} aria-label={t('notes.safety')}>
        <b>{t('notes.safety')}</b> {castText(exercise.safety, live.starts)}
      </div>
    </section>
  );
}

interface PageTextProps {
  readonly page: NotesPage;
  readonly exercise: Exercise;
  readonly live: Live;
}

function PageText({ page, exercise, live }: PageTextProps) {
  const { t } = useTranslation('run');
  const { playing } = live.stage;
  const cast = (text: string) => castText(text, live.starts);
  switch (page) {
    case 'before':
      return (
        <>
          <p>{cast(exercise.before)}</p>
          <h3 className={styles.label}>{t('notes.purpose')}</h3>
          <p>{cast(exercise.purpose)}</p>
        </>
      );
    case 'watch':
      return <p>{cast(exercise.watch)}</p>;
    case 'short':
      return <p>{cast(exercise.ifShort)}</p>;
    case 'tears':
      return <p className={styles.say}>{cast(exercise.tears)}</p>;
    case 'now': {
      if (playing === null) return null;
      const on = playing.steps[playing.index];
      const step = on === undefined ? undefined : exercise.steps[sourceOf(exercise, live.starts, on)];
      if (step === undefined) return null;
      return (
        <>
          <h3 className={styles.label}>{stepNames(playing, exercise, live.starts)[playing.index]}</h3>
          <p className={styles.say}>{cast(step.say)}</p>
          {step.watch !== undefined && (
            <p className={styles.watch}>
              <b>{t('notes.watchFor')}</b> {cast(step.watch)}
            </p>
          )}
        </>
      );
    }
  }
}
