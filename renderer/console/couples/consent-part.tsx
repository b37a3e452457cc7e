import { useCallback, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Scope, scopes } from '../../../shared/exercise/fields';
import { partnersOf, type RosterEntry } from '../../../shared/retreat/retreat';
import { type Side, sides } from '../../../shared/room/wall';
import { serialQueue } from '../keys/serial-queue';
import { useCommand, useMirror, useView } from '../mirror/hooks';
import { useShownRecords } from '../mirror/use-shown-records';
import styles from './consent.module.css';
import { ConsentDetails } from './consent-details';
import { ConsentRow, cellOf, columnsOf } from './consent-row';
import shared from './couples.module.css';
import { NobodyYet } from './nobody-yet';
import { sheetVariables } from './sheet-variables';
import { useRoster } from './use-roster';
import { type GridCell, useSeatGrid } from './use-seat-grid';

export function ConsentPart() {
  const couples = useRoster();
  return couples.length === 0 ? <NobodyYet /> : <ConsentSheet couples={couples} />;
}

/** One press after another: what it means is decided when the one before it is answered. */
const oneByOne = serialQueue();

/** What a partner says about a scope: the other of what stands, or that it is taken back, if it can be. */
type Says = 'other' | 'no';

function useConsent() {
  const send = useCommand('patient');
  const store = useMirror();
  return useCallback(
    (id: string, side: Side, scope: Scope, says: Says) =>
      void oneByOne(async () => {
        const { view } = store.getState();
        const standing = view?.sheets[id]?.consents[side][scope];
        if (view?.retreat == null || standing === undefined) return;
        const given = says === 'other' && standing.givenAt === null;
        await send({ type: 'record/consent', id, retreat: view.retreat.id, side, scope, given });
      }),
    [send, store],
  );
}

/** A sheet of paper as a screen: who has said yes to what, filled by keyboard as the forms come in. */
function ConsentSheet({ couples }: { readonly couples: readonly RosterEntry[] }) {
  const { t } = useTranslation('couples');
  const sheets = useView((view) => view.sheets);
  const consent = useConsent();
  const [history, setHistory] = useState(false);
  const rows = useMemo(
    () => couples.map((couple) => ({ id: couple.id, seat: couple.seat, columns: columnsOf(couple) })),
    [couples],
  );
  const press = ({ row, column }: GridCell, key: string, { number }: { readonly number: boolean }): boolean => {
    // As with G: Enter ends the number. It must not say a yes for somebody who did not.
    if (key === 'Enter' && number) return true;
    const box = cellOf(column);
    if (box === null) {
      if (key !== ' ' && key !== 'Enter') return false;
      setHistory(!history);
      return true;
    }
    const says = [' ', 'Enter', 'x', 'X'].includes(key) ? 'other' : ['Delete', 'Backspace'].includes(key) ? 'no' : null;
    if (says === null) return false;
    consent(row, box.side, box.scope, says);
    return true;
  };
  const { grid, at } = useSeatGrid(rows, press);
  const selected = couples.find(({ id }) => id === at?.row) ?? couples[0];
  const sheet = selected === undefined ? undefined : sheets[selected.id];
  const takenBack =
    sheet !== undefined && sides.some((side) => scopes.some((s) => sheet.consents[side][s].withdrawnAt));
  const whole = selected !== undefined && (history || takenBack) ? [selected.id] : [];
  useShownRecords({ sheets: couples.map(({ id }) => id), whole });
  const partners = couples.flatMap((couple) => partnersOf(couple).map((side) => ({ id: couple.id, side })));
  const said = partners.filter(({ id, side }) => sheets[id]?.consents[side].record.givenAt != null);
  return (
    <div className={shared.beside}>
      <div className={shared.page} style={sheetVariables(couples.length)}>
        <div className={shared.scroll}>
          <table {...grid} className={`${shared.sheet} ${styles.sheet}`} aria-label={t('consent.sheet')}>
            <thead>
              <tr>
                <th scope="col" rowSpan={2} className={shared.seat}>
                  {t('seat')}
                </th>
                {sides.map((side) => (
                  <th key={side} scope="colgroup" colSpan={scopes.length} className={styles.side} data-side={side}>
                    {side}
                  </th>
                ))}
              </tr>
              <tr>
                {sides.map((side) =>
                  scopes.map((scope) => (
                    <th key={`${side}/${scope}`} scope="col" data-scope={scope} title={t(`consent.means.${scope}`)}>
                      {t(`consent.scope.${scope}`)}
                    </th>
                  )),
                )}
              </tr>
            </thead>
            <tbody>
              {couples.map((couple) => (
                <ConsentRow
                  key={couple.id}
                  couple={couple}
                  sheet={sheets[couple.id]}
                  column={at?.row === couple.id ? at.column : null}
                  consent={consent}
                />
              ))}
            </tbody>
          </table>
        </div>
        <p className={shared.foot}>
          <span role="status">{t('consent.count', { n: said.length, of: partners.length })}</span>
          <span>{t('consent.keys')}</span>
        </p>
      </div>
      {selected !== undefined && (
        <ConsentDetails
          key={selected.id}
          couple={selected}
          consent={consent}
          history={history}
          toggleHistory={() => setHistory(!history)}
        />
      )}
    </div>
  );
}
