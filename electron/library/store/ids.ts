import { join } from 'node:path';
import { beingRemoved } from '../deletion/removal';
import { namesIn } from './files';
import { documentOf, folderOf, isDocumentId, isSingle, type KindName, only } from './layout';

/** The ids of a kind, sorted; those whose file is gone but whose generations or quarantine are not included. None that is being removed. */
export async function idsOf(root: string, kind: KindName): Promise<string[]> {
  const names = (await namesIn(folderOf(root, kind))).flatMap((name) =>
    name.endsWith('.json') ? [name.slice(0, -5)] : [],
  );
  const ids = isSingle(kind) ? names.filter((name) => name === kind).map(() => only) : names.filter(isDocumentId);
  const past = [...(await namesIn(join(root, 'generations'))), ...(await namesIn(join(root, 'quarantine')))];
  const known = past.map(documentOf).flatMap((found) => (found?.kind === kind ? [found.id] : []));
  const going = new Set((await beingRemoved(root)).flatMap((each) => (each.kind === kind ? [each.id] : [])));
  return [...new Set([...ids, ...known])].filter((id) => !going.has(id)).sort();
}
