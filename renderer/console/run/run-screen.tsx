import { useTranslation } from 'react-i18next';
import { useLocal, useView } from '../mirror/hooks';
import { Ahead } from './ahead';
import { Controls } from './controls';
import { Couples } from './couples';
import { DayRail } from './day-rail';
import { DrillRail } from './drill-rail';
import { FormPanel } from './form-panel';
import { MessageBox } from './message-box';
import { Notes } from './notes';
import { Preview } from './preview';
import styles from './run.module.css';
import { Slot } from './slot';
import { TimerBar } from './timer-bar';

/** One screen to lead the day from: the day, the room as it is, what comes, and what only the facilitator sees. */
export function RunScreen() {
  const { t } = useTranslation('run');
  const hasRetreat = useView(({ retreat }) => retreat !== null);
  const isTyping = useLocal(({ place }) => place.form !== null) && hasRetreat;
  return (
    <div className={styles.run} data-form={isTyping}>
      <h1 className={styles.said}>{t('title')}</h1>
      <div className={styles.day}>{hasRetreat ? <DayRail /> : <DrillRail />}</div>
      <div className={styles.wall}>
        <Preview />
        <Slot />
        <TimerBar />
        <Controls />
        <MessageBox />
      </div>
      <div className={styles.ahead}>
        <Ahead />
      </div>
      <div className={styles.side}>
        {isTyping ? (
          <FormPanel />
        ) : (
          <>
            <Notes />
            {hasRetreat && <Couples />}
          </>
        )}
      </div>
    </div>
  );
}
