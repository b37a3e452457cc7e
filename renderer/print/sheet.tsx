import './sheet.css';
import type { Part } from '../../shared/couple/summary/summary';
import type { PrintedPart } from '../../shared/exercise/printouts/pages';
import { ChartPart } from './chart';
import { PenPart } from './pen-part';

interface Item {
  readonly id: string;
  readonly title: string;
  readonly about: string | null;
  readonly parts: readonly (Part | PrintedPart)[];
}

interface Section {
  readonly id: string;
  readonly title: string;
  readonly intro: string | null;
  readonly groups: readonly { readonly title: string | null; readonly items: readonly Item[] }[];
}

/** What is read in one go: a summary, or a leaf of what is printed for the room. */
interface Read {
  readonly title: string;
  readonly lines: readonly string[];
  readonly sections: readonly Section[];
  readonly closing: readonly string[];
}

interface SheetProps {
  readonly language: string;
  readonly read: Read;
  /** How it is set: to be read, to be written on, or for a wall. */
  readonly set?: 'text' | 'form' | 'wall';
}

/** What is read, as it is: the page that becomes a PDF, and what is looked at before. */
export function Sheet({ language, read, set = 'text' }: SheetProps) {
  return (
    <article className="sheet" lang={language} data-set={set}>
      <header className="sheet-head">
        <h1>{read.title}</h1>
        {read.lines.map((line) => (
          <p key={line}>{line}</p>
        ))}
      </header>
      {read.sections.map((section) => (
        <SectionPart key={section.id} section={section} />
      ))}
      {read.closing.length > 0 && (
        <footer className="sheet-close">
          {read.closing.map((line) => (
            <p key={line}>{line}</p>
          ))}
        </footer>
      )}
    </article>
  );
}

/** No level of headings is left out. */
const levelOf = (section: string, group: string | null): 2 | 3 | 4 => {
  if (section === '') return 2;
  return group === null ? 3 : 4;
};

function SectionPart({ section: { id, title, intro, groups } }: { readonly section: Section }) {
  return (
    <section className="sheet-section" data-section={id}>
      {title !== '' && (
        <div className="sheet-opening">
          <h2>{title}</h2>
          {intro !== null && <p className="sheet-soft">{intro}</p>}
        </div>
      )}
      <div className="sheet-groups">
        {groups.map((group, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a summary is drawn whole each time.
          <div key={at} className="sheet-group">
            {group.title !== null && <h3>{group.title}</h3>}
            {group.items.map((item) => (
              <ItemPart key={item.id} item={item} level={levelOf(title, group.title)} />
            ))}
          </div>
        ))}
      </div>
    </section>
  );
}

/** So much is read at a glance: it stays together, and may stand beside what it answers. */
const glance = { letters: 600, parts: 14, rows: 8 } as const;

function lettersOf(part: Part | PrintedPart): number {
  switch (part.kind) {
    case 'paragraph':
      return part.text.length;
    case 'list':
      return part.items.join().length;
    case 'table':
      return part.rows.length > glance.rows ? Number.POSITIVE_INFINITY : 0;
    default:
      return 0;
  }
}

const isShort = ({ parts }: Item): boolean =>
  parts.length <= glance.parts && parts.reduce((sum, part) => sum + lettersOf(part), 0) <= glance.letters;

function ItemPart({ item, level }: { readonly item: Item; readonly level: 2 | 3 | 4 }) {
  const Heading = `h${level}` as const;
  return (
    <div className="sheet-item" data-item={item.id} data-short={isShort(item)}>
      {item.title !== '' && (
        <div className="sheet-asked">
          <Heading className="sheet-label">{item.title}</Heading>
          {item.about !== null && <span className="sheet-about">{item.about}</span>}
        </div>
      )}
      <div className="sheet-says">
        {item.parts.map((part, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a summary is drawn whole each time.
          <PartOf key={at} part={part} />
        ))}
      </div>
    </div>
  );
}

function PartOf({ part }: { readonly part: Part | PrintedPart }) {
  switch (part.kind) {
    case 'paragraph':
      return <p dir="auto">{part.text}</p>;
    case 'list':
      return (
        <ul>
          {part.items.map((text, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two lines may say the same.
            <li key={at} dir="auto">
              {text}
            </li>
          ))}
        </ul>
      );
    case 'chart':
      return <ChartPart chart={part} />;
    case 'table':
      return (
        <table>
          <caption>{part.caption}</caption>
          <thead>
            <tr>
              {part.head.map((text) => (
                <th key={text} scope="col">
                  {text}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {part.rows.map(([first = '', ...rest], at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two rows may say the same.
              <tr key={at}>
                <th scope="row">{first}</th>
                {rest.map((text) => (
                  <td key={text}>{text}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      );
    default:
      return <PenPart part={part} />;
  }
}
