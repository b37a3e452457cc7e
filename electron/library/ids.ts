import { join } from 'node:path';
import { documentOf, folderOf, isDocumentId, isSingle, type KindName, only } from './layout';
import { namesIn } from './removal';

/** The ids of a kind, sorted; those whose file is gone but whose generations or quarantine are not included. */
export async function idsOf(root: string, kind: KindName): Promise<string[]> {
  const names = (await namesIn(folderOf(root, kind))).flatMap((name) =>
    name.endsWith('.json') ? [name.slice(0, -5)] : [],
  );
  const ids = isSingle(kind) ? names.filter((name) => name === kind).map(() => only) : names.filter(isDocumentId);
  const past = [...(await namesIn(join(root, 'generations'))), ...(await namesIn(join(root, 'quarantine')))];
  const known = past.map(documentOf).flatMap((found) => (found?.kind === kind ? [found.id] : []));
  return [...new Set([...ids, ...known])].sort();
}
