import { highestScale } from '../../../../shared/couple/answer-caps';
import type { PracticeEditor } from '../../../../shared/couple/practice/practice-fields';
import type { PracticeKindName } from '../../../../shared/couple/practice/practice-kinds';

type Content = Readonly<Record<string, unknown>>;

/** Fields that are asked only where another says something. */
const onlyWhere: Readonly<Record<string, (content: Content) => boolean>> = {
  'repair/need': ({ received }) => received === 'not-yet',
  'measure/name': ({ item }) => item === 'other',
};

export const askedFor = (kind: PracticeKindName, field: string, content: Content): boolean =>
  onlyWhere[`${kind}/${field}`]?.(content) ?? true;

/** How a field is filled in: what measures by an item of our own goes from 0 to 10. */
export const editorFor = (
  kind: PracticeKindName,
  field: string,
  content: Content,
  editor: PracticeEditor,
): PracticeEditor =>
  kind === 'measure' && field === 'score' && content.item !== 'other' ? { kind: 'score', most: highestScale } : editor;
