import { useTranslation } from 'react-i18next';
import type { FormatName } from '../../../shared/couple/summary/formats';
import { type Version, versions } from '../../../shared/couple/summary/version';
import type { RosterEntry } from '../../../shared/retreat/retreat';
import type { Copy } from '../../../shared/session/state/take-home';
import { type CopyStanding, readyIn, standsFor } from '../../../shared/session/view/copy-standing';
import type { TakeHomeView } from '../../../shared/session/view/take-home-view';
import { Button } from '../kit/button';
import { andText, listText } from '../kit/list-text';
import { useLanguage } from '../mirror/use-language';
import { SeatHead } from './seat-head';
import styles from './take-home.module.css';
import { cellMarks } from './use-seat-grid';
import { useWho } from './use-who';

interface RowProps {
  readonly couple: RosterEntry;
  readonly ready: TakeHomeView['ready'][string] | undefined;
  readonly formats: readonly FormatName[];
  /** Which of its copies is looked at. */
  readonly looked: Version | null;
  /** Where the keyboard is in this row, null while it is in another. */
  readonly column: number | null;
  readonly isChosen: (copy: Copy) => boolean;
  readonly choose: (copy: Copy, on: boolean) => void;
  readonly look: (copy: Copy) => void;
}

export function TakeHomeRow({ couple, ready, formats, looked, column, isChosen, choose, look }: RowProps) {
  return (
    <tr data-current={column !== null}>
      <SeatHead couple={couple} current={column === 0} />
      {versions.map((version, n) => {
        const copy = { id: couple.id, version };
        const marks = { ...cellMarks({ row: couple.id, column: n + 1 }), tabIndex: column === n + 1 ? 0 : -1 };
        const state = standsFor(ready?.[version], version, formats);
        return (
          <td key={version} data-state={state} data-looked={looked === version}>
            {state === 'ready' ? (
              <ReadyCell
                couple={couple}
                version={version}
                marks={marks}
                formats={formats}
                standing={ready?.[version]}
                looked={looked === version}
                chosen={isChosen(copy)}
                choose={(on) => choose(copy, on)}
                look={() => look(copy)}
              />
            ) : state === 'alone' ? (
              <AloneCell />
            ) : (
              <LackingCell
                couple={couple}
                version={version}
                marks={marks}
                state={state}
                lacks={ready?.[version].lacks ?? []}
              />
            )}
          </td>
        );
      })}
    </tr>
  );
}

type Marks = ReturnType<typeof cellMarks> & { readonly tabIndex: number };

interface ReadyCellProps {
  readonly couple: RosterEntry;
  readonly version: Version;
  readonly marks: Marks;
  readonly formats: readonly FormatName[];
  readonly standing: CopyStanding | undefined;
  readonly looked: boolean;
  readonly chosen: boolean;
  readonly choose: (on: boolean) => void;
  readonly look: () => void;
}

/** What can be made is ticked, and looked at where there are pages to look at. */
function ReadyCell({ couple, version, marks, formats, standing, looked, chosen, choose, look }: ReadyCellProps) {
  const { t } = useTranslation('couples');
  const { namesOf, nameOf } = useWho();
  const language = useLanguage();
  const { without } = readyIn(standing, version, formats);
  const named = {
    couple: namesOf(couple),
    version: version === 'joint' ? t('takeHome.version.joint') : nameOf(couple, version),
  };
  const lacks =
    without.length === 0
      ? null
      : t('takeHome.without', {
          formats: listText(
            without.map((format) => t(`takeHome.short.${format}`)),
            language,
          ),
        });
  return (
    <>
      <input
        {...marks}
        type="checkbox"
        aria-label={[t('takeHome.take', named), ...(lacks === null ? [] : [lacks])].join(', ')}
        checked={chosen}
        onChange={(event) => choose(event.currentTarget.checked)}
      />
      {standing?.summary === 'ready' && (
        <Button
          look="quiet"
          size="compact-sm"
          tabIndex={-1}
          pressed={looked}
          label={t('takeHome.look', named)}
          onClick={look}
        >
          {t('takeHome.lookAt')}
        </Button>
      )}
      {lacks !== null && (
        <span className={styles.without} title={lacks}>
          {lacks}
        </span>
      )}
    </>
  );
}

function AloneCell() {
  const { t } = useTranslation('couples');
  return <span className={styles.soft}>{t('takeHome.ready.alone')}</span>;
}

interface LackingCellProps {
  readonly couple: RosterEntry;
  readonly version: Version;
  readonly marks: Marks;
  readonly state: 'no-consent' | 'nothing' | 'reading' | 'none';
  readonly lacks: CopyStanding['lacks'];
}

/** Why nothing can be made, and whose yes it waits for. */
function LackingCell({ couple, version, marks, state, lacks }: LackingCellProps) {
  const { t } = useTranslation('couples');
  const { namesOf, nameOf } = useWho();
  const language = useLanguage();
  const [only, other] = lacks.map((side) => nameOf(couple, side));
  const noYes = (): string => {
    if (version !== 'joint' || only === undefined) return t('takeHome.noYes.own');
    return other === undefined ? t('takeHome.noYes.one', { name: only }) : t('takeHome.noYes.both');
  };
  const says = state === 'no-consent' ? noYes() : t(`takeHome.ready.${state}`);
  const why =
    state === 'no-consent'
      ? t('takeHome.noYesOf', {
          names: andText(
            lacks.map((side) => nameOf(couple, side)),
            language,
          ),
        })
      : state === 'none'
        ? t('takeHome.noFormat')
        : says;
  const whom = version === 'joint' ? t('takeHome.version.joint') : nameOf(couple, version);
  return (
    <button
      {...marks}
      type="button"
      className={styles.lacking}
      aria-disabled
      aria-label={t('takeHome.lacking', { couple: namesOf(couple), version: whom, why })}
      title={why}
    >
      {says}
    </button>
  );
}
