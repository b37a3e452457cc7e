import type { Finds } from './find';

export const findRetreats: Finds = ({ t, view: { shelf, retreat } }) =>
  shelf.flatMap((line) => [
    {
      id: `retreat/${line.id}`,
      label: line.title,
      description: line.firstDate,
      does:
        retreat?.id === line.id
          ? { go: 'prepare' as const }
          : { command: { type: 'retreat/open' as const, id: line.id }, to: 'prepare' as const },
    },
    {
      id: `delete/${line.id}`,
      label: t('palette.deleteRetreat', { title: line.title }),
      does: { ask: 'delete-retreat' as const, about: line.id, on: 'home' as const },
    },
  ]);

export const findDisplays: Finds = ({ t, view: { screens }, displayOf }) =>
  screens.displays
    .filter(({ id, console: ours }) => !ours && !(screens.room.state === 'full' && screens.room.displayId === id))
    .map((display) => ({
      id: `display/${display.id}`,
      label: t('palette.onDisplay', { display: displayOf(display) }),
      does: { command: { type: 'room/open', displayId: display.id, windowed: false } },
    }));
