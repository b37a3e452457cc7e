import { useEffect, useState } from 'react';
import type { CoupleSearch, FoundCouples } from '../../../shared/session/protocol/couple-search';
import { bridge } from '../mirror/bridge';
import { useNewest, useView } from '../mirror/hooks';

/** What a search finds among the couples of every retreat, null until it is known; looked for again when a retreat changed. */
export function useFoundCouples(search: CoupleSearch): FoundCouples | null {
  const [found, setFound] = useState<FoundCouples | null>(null);
  const shelf = useView((view) => view.shelf);
  const roster = useView(({ retreat }) => retreat?.couples);
  const { hand } = useNewest(async (wanted: CoupleSearch) => setFound(await bridge().findCouples(wanted)));
  const named = JSON.stringify(search);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another shelf or roster may find others
  useEffect(() => hand(JSON.parse(named)), [hand, named, shelf, roster]);
  return found;
}
