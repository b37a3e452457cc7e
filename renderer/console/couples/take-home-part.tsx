import { Checkbox, SegmentedControl } from '@mantine/core';
import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type FormatName, formatNames } from '../../../shared/couple/summary/formats';
import { type Paper, papers, type Version, versions } from '../../../shared/couple/summary/version';
import type { RosterEntry } from '../../../shared/retreat/retreat';
import { type Copy, copyKey, filesOf, hasPhrases, isGoingOn } from '../../../shared/session/state/take-home';
import type { TakeHomeView } from '../../../shared/session/view/take-home-view';
import { Button } from '../kit/button';
import { bridge } from '../mirror/bridge';
import { useCommand, useView } from '../mirror/hooks';
import { useShownRecords } from '../mirror/use-shown-records';
import { AnswersBack } from './answers-back';
import { NobodyYet } from './nobody-yet';
import { PrintLine } from './print-line';
import styles from './take-home.module.css';
import { TakeHomeBatch } from './take-home-batch';
import { TakeHomeCopies } from './take-home-copies';
import { FormatChoice } from './take-home-formats';
import { type AmongReady, isAmong, TakeHomeHead } from './take-home-head';
import { TakeHomePhrases } from './take-home-phrases';
import { TakeHomeReview } from './take-home-review';
import { TakenAlong } from './taken-along';
import { useRoster } from './use-roster';
import { useWho } from './use-who';

/** What couples take home: who is ready, what each copy will be, and the files being made. */
export function TakeHomePart() {
  const couples = useRoster();
  const send = useCommand();
  useEffect(() => {
    void send({ type: 'take-home/show', on: true });
    return () => void send({ type: 'take-home/show', on: false });
  }, [send]);
  useShownRecords({ whole: useMemo(() => couples.map(({ id }) => id), [couples]) });
  if (couples.length === 0) return <NobodyYet />;
  return <Choice couples={couples} />;
}

type Ready = TakeHomeView['ready'];

const isReady = (ready: Ready, { id, version }: Copy): boolean => ready[id]?.[version] === 'ready';

function Choice({ couples }: { readonly couples: readonly RosterEntry[] }) {
  const { t } = useTranslation('couples');
  const { ready, review, batch, place, byCouple } = useView(({ takeHome }) => takeHome);
  const send = useCommand();
  const [paper, setPaper] = useState<Paper>('A4');
  const [formats, setFormats] = useState<readonly FormatName[]>(['pdf']);
  const [among, setAmong] = useState<AmongReady>('all');
  const [encrypted, setEncrypted] = useState(false);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const possible = couples.flatMap(({ id }) =>
    versions.map((version): Copy => ({ id, version })).filter((copy) => isReady(ready, copy)),
  );
  const chosen = possible.filter((copy) => !left.has(copyKey(copy)));
  const listed = couples.filter(({ id }) => isAmong(ready[id], among));
  const files = filesOf(chosen, formats).length;
  const choose = (copies: readonly Copy[], on: boolean) =>
    setLeft((before) => {
      const after = new Set(before);
      for (const copy of copies)
        if (on) after.delete(copyKey(copy));
        else after.add(copyKey(copy));
      return after;
    });
  const goesOn = batch !== null && isGoingOn({ batch });
  return (
    <div className={styles.part}>
      <section className={styles.choice} aria-label={t('takeHome.choice')}>
        <TakeHomeHead couples={couples} ready={ready} among={among} setAmong={setAmong} />
        <div className={styles.scroll}>
          <table className={styles.table}>
            <caption className={styles.caption}>{t('takeHome.caption')}</caption>
            <thead>
              <tr>
                <th scope="col">{t('seat')}</th>
                {versions.map((version) => (
                  <th key={version} scope="col">
                    <label className={styles.all}>
                      <input
                        type="checkbox"
                        aria-label={t('takeHome.all', { version: t(`takeHome.version.${version}`) })}
                        checked={chosen.some((copy) => copy.version === version)}
                        disabled={!possible.some((copy) => copy.version === version)}
                        onChange={(event) =>
                          choose(
                            possible.filter((copy) => copy.version === version),
                            event.currentTarget.checked,
                          )
                        }
                      />
                      {t(`takeHome.version.${version}`)}
                    </label>
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {listed.map((couple) => (
                <CoupleRow
                  key={couple.id}
                  couple={couple}
                  ready={ready[couple.id]}
                  review={review}
                  isChosen={(copy) => chosen.some((one) => copyKey(one) === copyKey(copy))}
                  choose={(copy, on) => choose([copy], on)}
                />
              ))}
            </tbody>
          </table>
        </div>
        {formatNames.length > 1 && <FormatChoice chosen={formats} choose={setFormats} />}
        <div className={styles.make}>
          <SegmentedControl
            aria-label={t('takeHome.paper')}
            data={papers.map((size) => ({ value: size, label: size }))}
            value={paper}
            onChange={(wanted) => setPaper(papers.find((size) => size === wanted) ?? 'A4')}
          />
          <label className={styles.format}>
            <input
              type="checkbox"
              checked={encrypted}
              onChange={(event) => setEncrypted(event.currentTarget.checked)}
            />
            {t('takeHome.encrypted')}
          </label>
          <Button
            look="primary"
            disabled={files === 0 || goesOn}
            onClick={() =>
              void send({ type: 'take-home/make', copies: chosen, formats: [...formats], paper, encrypted })
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
          <Checkbox
            size="xs"
            label={t('takeHome.byCouple')}
            description={t('takeHome.byCoupleText')}
            checked={byCouple}
            onChange={(event) => void send({ type: 'take-home/name', byCouple: event.currentTarget.checked })}
          />
        </div>
        {batch !== null && <TakeHomeBatch batch={batch} goesOn={goesOn} />}
        <PrintLine what="copies" />
        <TakenAlong />
        <AnswersBack />
      </section>
      {batch !== null && hasPhrases({ batch }) ? (
        <TakeHomePhrases phrases={batch.phrases} />
      ) : batch !== null && review === null ? (
        <section className={styles.made} aria-label={t('takeHome.files')}>
          <TakeHomeCopies batch={batch} />
        </section>
      ) : (
        <TakeHomeReview review={review} paper={paper} />
      )}
    </div>
  );
}

interface RowProps {
  readonly couple: RosterEntry;
  readonly ready: Ready[string] | undefined;
  readonly review: TakeHomeView['review'];
  readonly isChosen: (copy: Copy) => boolean;
  readonly choose: (copy: Copy, on: boolean) => void;
}

function CoupleRow({ couple, ready, review, isChosen, choose }: RowProps) {
  const { t } = useTranslation('couples');
  const { namesOf, nameOf } = useWho();
  const send = useCommand();
  const labelOf = (version: Version): string =>
    version === 'joint' ? t('takeHome.version.joint') : nameOf(couple, version);
  return (
    <tr>
      <th scope="row" className={styles.who}>
        <span className={styles.seat}>{couple.seat}</span> {namesOf(couple)}
      </th>
      {versions.map((version) => {
        const copy = { id: couple.id, version };
        const state = ready?.[version] ?? 'reading';
        if (state !== 'ready') {
          return (
            <td key={version} className={styles.soft} data-state={state}>
              {t(`takeHome.ready.${state}`)}
            </td>
          );
        }
        const looked = review?.id === couple.id && review.version === version;
        return (
          <td key={version} data-looked={looked}>
            <input
              type="checkbox"
              aria-label={t('takeHome.take', { couple: namesOf(couple), version: labelOf(version) })}
              checked={isChosen(copy)}
              onChange={(event) => choose(copy, event.currentTarget.checked)}
            />
            <Button
              look="quiet"
              size="compact-sm"
              pressed={looked}
              label={t('takeHome.look', { couple: namesOf(couple), version: labelOf(version) })}
              onClick={() => void send({ type: 'take-home/review', copy: looked ? null : copy })}
            >
              {t('takeHome.lookAt')}
            </Button>
          </td>
        );
      })}
    </tr>
  );
}
