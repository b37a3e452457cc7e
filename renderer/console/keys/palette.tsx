import { Spotlight, type SpotlightActionGroupData, useSpotlight } from '@mantine/spotlight';
import { IconSearch } from '@tabler/icons-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { folded } from '../../../shared/session/policy/names-in';
import { KeyHint } from '../kit/key-hint';
import { useContent } from '../mirror/content';
import { useClock, useLocal, useView } from '../mirror/hooks';
import { useCoupleLabel } from '../mirror/use-couple-label';
import { useDisplayNames } from '../mirror/use-display-names';
import { findGroupIds, findsOf } from './finds/finds';
import { paletteStore } from './palette-store';
import { useCaps, useCarry } from './use-actions';

/** Reaches everything by its name: whatever can be done without typing, on any screen. */
export function Palette() {
  const { t } = useTranslation('shell');
  const { opened } = useSpotlight(paletteStore);
  return (
    <Spotlight
      store={paletteStore}
      actions={useGroups(opened)}
      // The table of keys opens it, also while typing.
      shortcut={null}
      scrollable
      maxHeight={420}
      // Its top stays where it is while what is found gets less.
      centered={false}
      transitionProps={{ duration: 120, exitDuration: 0 }}
      scrollAreaProps={{ viewportProps: { tabIndex: 0, 'aria-label': t('palette.found') } }}
      limit={60}
      filter={withEveryWord}
      overlayProps={{ backgroundOpacity: 0.35, blur: 0 }}
      attributes={{ content: { 'aria-label': t('palette.open') } }}
      nothingFound={t('palette.nothing')}
      searchProps={{
        leftSection: <IconSearch size={18} stroke={1.6} />,
        placeholder: t('palette.placeholder'),
        'aria-label': t('palette.placeholder'),
      }}
    />
  );
}

type Lines = Parameters<NonNullable<React.ComponentProps<typeof Spotlight>['filter']>>[1];

/** Lines that hold every word looked for; those whose name holds them all come before the others. */
function withEveryWord(query: string, groups: Lines): Lines {
  const words = folded(query.trim()).split(/\s+/u);
  const holds = (texts: readonly string[]) => words.every((word) => folded(texts.join(' ')).includes(word));
  const found = groups.flatMap((group) => {
    if (!('actions' in group)) return [];
    const named = group.actions.filter(({ label = '' }) => holds([label]));
    const described = group.actions.filter(
      ({ label = '', description = '', keywords = [] }) => !holds([label]) && holds([label, description, ...keywords]),
    );
    return named.length + described.length === 0
      ? []
      : [{ named: named.length > 0, group: { ...group, actions: [...named, ...described] } }];
  });
  return [...found.filter(({ named }) => named), ...found.filter(({ named }) => !named)].map(({ group }) => group);
}

/** What there is to find; nothing while nobody looks. */
function useGroups(opened: boolean): SpotlightActionGroupData[] {
  const { t } = useTranslation(['shell', 'run', 'prepare']);
  const content = useContent();
  const caps = useCaps();
  const carry = useCarry();
  const clock = useClock();
  const coupleOf = useCoupleLabel();
  const displayOf = useDisplayNames();
  const view = useView((whole) => (opened ? whole : null));
  const screen = useLocal(({ place }) => place.screen);
  return useMemo(() => {
    if (view === null) return [];
    const met = { view, screen, now: clock.now(), t, content, coupleOf, displayOf };
    return findGroupIds.flatMap((group) => {
      const finds = findsOf(group, met);
      if (finds.length === 0) return [];
      return {
        group: t(`palette.${group}`),
        actions: finds.map(({ chord, does, keywords = [], ...find }) => ({
          ...find,
          keywords: [...keywords],
          rightSection: chord === undefined ? undefined : <KeyHint caps={caps(chord)} />,
          onClick: () => void carry(does),
        })),
      };
    });
  }, [view, screen, clock, t, content, coupleOf, displayOf, caps, carry]);
}
