import { SegmentedControl } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type FormatName, formatNames } from '../../../shared/couple/summary/formats';
import { type Paper, papers, type Version, versions } from '../../../shared/couple/summary/version';
import type { RosterEntry } from '../../../shared/retreat/retreat';
import {
  type Copy,
  copyKey,
  filesOf,
  hasPhrases,
  isGoingOn,
  type WantedCopy,
} from '../../../shared/session/state/take-home';
import { readyIn, standsFor } from '../../../shared/session/view/copy-standing';
import { Button } from '../kit/button';
import { bridge } from '../mirror/bridge';
import { useCalmView, useCommand, useView } from '../mirror/hooks';
import { AnswersBack } from './answers-back';
import { NobodyYet } from './nobody-yet';
import { PrintLine } from './print-line';
import styles from './take-home.module.css';
import { TakeHomeBatch } from './take-home-batch';
import { TakeHomeCopies } from './take-home-copies';
import { FormatChoice } from './take-home-formats';
import { type AmongReady, isAmong, type Stands, TakeHomeHead } from './take-home-head';
import { TakeHomePhrases } from './take-home-phrases';
import { TakeHomeReview } from './take-home-review';
import { TakeHomeTable } from './take-home-table';
import { TakenAlong } from './taken-along';
import { Tick } from './tick';
import { useRoster } from './use-roster';

/** What couples take home: who is ready, what each copy will be, and the files being made. */
export function TakeHomePart() {
  const couples = useRoster();
  const send = useCommand();
  useEffect(() => {
    void send({ type: 'take-home/show', on: true });
    return () => void send({ type: 'take-home/show', on: false });
  }, [send]);
  if (couples.length === 0) return <NobodyYet />;
  return <Choice couples={couples} />;
}

function Choice({ couples }: { readonly couples: readonly RosterEntry[] }) {
  const { t } = useTranslation('couples');
  // Each by itself: with each step of a batch only what tells of it is drawn anew.
  const ready = useView(({ takeHome }) => takeHome.ready);
  const place = useView(({ takeHome }) => takeHome.place);
  const byCouple = useView(({ takeHome }) => takeHome.byCouple);
  const goesOn = useView(({ takeHome: { batch } }) => batch !== null && isGoingOn({ batch }));
  const send = useCommand();
  const [paper, setPaper] = useState<Paper>('A4');
  const [formats, setFormats] = useState<readonly FormatName[]>(['pdf']);
  const [among, setAmong] = useState<AmongReady>('all');
  const [encrypted, setEncrypted] = useState(false);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const possible = couples.flatMap(({ id }) =>
    versions.flatMap((version): WantedCopy[] => {
      const { formats: wanted } = readyIn(ready[id]?.[version], version, formats);
      return wanted.length === 0 ? [] : [{ id, version, formats: wanted }];
    }),
  );
  const standsOf = ({ id }: RosterEntry): Stands => {
    const of = (version: Version) => standsFor(ready[id]?.[version], version, formats);
    return { joint: of('joint'), A: of('A'), B: of('B') };
  };
  const chosen = possible.filter((copy) => !left.has(copyKey(copy)));
  const listed = couples.filter((couple) => isAmong(standsOf(couple), among));
  const files = filesOf(chosen).length;
  const choose = (copies: readonly Copy[], on: boolean) =>
    setLeft((before) => {
      const after = new Set(before);
      for (const copy of copies)
        if (on) after.delete(copyKey(copy));
        else after.add(copyKey(copy));
      return after;
    });
  return (
    <div className={styles.part}>
      <section className={styles.choice} aria-label={t('takeHome.choice')}>
        <TakeHomeHead couples={couples.map(standsOf)} among={among} setAmong={setAmong} />
        <TakeHomeTable couples={listed} formats={formats} possible={possible} chosen={chosen} choose={choose} />
        <p className={styles.soft}>{t(listed.length === 0 ? 'takeHome.noneAmong' : 'takeHome.keys')}</p>
        {formatNames.length > 1 && <FormatChoice chosen={formats} choose={setFormats} />}
        <div className={styles.make}>
          <SegmentedControl
            aria-label={t('takeHome.paper')}
            data={papers.map((size) => ({ value: size, label: size }))}
            value={paper}
            onChange={(wanted) => setPaper(papers.find((size) => size === wanted) ?? 'A4')}
          />
          <Tick label={t('takeHome.encrypted')} checked={encrypted} onChange={setEncrypted} />
          <Button
            look="primary"
            disabled={files === 0 || goesOn}
            onClick={() =>
              void send({
                type: 'take-home/make',
                copies: chosen.map((copy) => ({ ...copy, formats: [...copy.formats] })),
                paper,
                encrypted,
              })
            }
          >
            {t('takeHome.make', { count: files })}
          </Button>
          <p className={styles.soft}>
            {place !== null && t(byCouple ? 'takeHome.placeByCouple' : 'takeHome.place', { place })}{' '}
            <Button
              look="quiet"
              size="compact-sm"
              disabled={goesOn}
              onClick={() => void bridge().filesFolder('choose')}
            >
              {t('takeHome.choose')}
            </Button>
          </p>
          <Tick
            label={t('takeHome.byCouple')}
            checked={byCouple}
            onChange={(on) => void send({ type: 'take-home/name', byCouple: on })}
          />
        </div>
        <TakenAlong />
        <AnswersBack />
      </section>
      <div className={styles.out}>
        <Batch goesOn={goesOn} />
        <PrintLine what="copies" />
        <Beside paper={paper} />
      </div>
    </div>
  );
}

function Batch({ goesOn }: { readonly goesOn: boolean }) {
  const batch = useCalmView(({ takeHome }) => takeHome.batch);
  const isUnder = useView(({ takeHome }) => takeHome.review !== null);
  return batch !== null && <TakeHomeBatch batch={batch} goesOn={goesOn} isUnder={isUnder} />;
}

/** What is looked at, for as long as it is; else what the last batch made, and first what its files open with. */
function Beside({ paper }: { readonly paper: Paper }) {
  const review = useView(({ takeHome }) => takeHome.review);
  const made = useView(({ takeHome }) => takeHome.batch !== null);
  return made && review === null ? <Files /> : <TakeHomeReview review={review} paper={paper} />;
}

function Files() {
  const { t } = useTranslation('couples');
  const batch = useCalmView(({ takeHome }) => takeHome.batch);
  const phrases = useView(({ takeHome }) => takeHome.batch !== null && hasPhrases(takeHome));
  if (batch === null) return null;
  if (phrases) return <TakeHomePhrases phrases={batch.phrases} />;
  return (
    <section className={styles.made} aria-label={t('takeHome.files')}>
      <TakeHomeCopies batch={batch} />
    </section>
  );
}
