import { useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { HelpLine, RoomView } from '../../../shared/room/room-view';
import { smallestWall } from '../../../shared/room/wall-constants';
import { Measure } from '../kit/measure';
import { Warning } from '../kit/warning';
import { useClock, useView } from '../mirror/hooks';
import { useNameWarning } from '../mirror/use-name-warning';

/**
 * Says, before the help card is ever shown, that some of it would not fit, or that it names someone. It is measured on the
 * wall there is and on the smallest one: the projector of the place is often not known when the lines are typed.
 */
export function HelpCheck({ lines }: { readonly lines: readonly HelpLine[] }) {
  const { t } = useTranslation(['settings', 'room']);
  const clock = useClock();
  const room = useView((view) => view.room);
  const { width, height } = useView(({ screens }) => screens.room);
  const named = useNameWarning(lines.flatMap(({ name, number, note }) => [name, number, note]));
  const measured = useDeferredValue(JSON.stringify(lines));
  const [tight, setTight] = useState<{ readonly lines: string; readonly sizes: readonly string[] } | null>(null);

  const view: RoomView = {
    ...room,
    scene: { kind: 'neutral' },
    cover: {
      kind: 'help',
      title: t('room:helpTitle'),
      sentence: t('room:help'),
      lines: JSON.parse(measured) as HelpLine[],
    },
    message: null,
    cue: null,
  };
  const here = { width, height };
  const sizes = width === smallestWall.width && height === smallestWall.height ? [here] : [here, smallestWall];
  const nameOf = (size: typeof here): string => `${size.width} × ${size.height}`;
  const report = (size: string, fits: boolean): void =>
    setTight((old) => {
      const others = old?.lines === measured ? old.sizes.filter((other) => other !== size) : [];
      return { lines: measured, sizes: fits ? others : [...others, size] };
    });
  // What was found stays up while the next letters are measured, so that it does not come and go as people type.
  const found = sizes.map(nameOf).find((size) => tight?.sizes.includes(size));
  return (
    <div>
      <Warning text={found === undefined || lines.length === 0 ? null : t('help.tight', { size: found })} />
      <Warning text={named} />
      {lines.length > 0 &&
        sizes.map((size) => (
          <Measure
            key={`${nameOf(size)} ${measured}`}
            view={view}
            size={size}
            clock={clock}
            report={(fits) => report(nameOf(size), fits)}
          />
        ))}
    </div>
  );
}
