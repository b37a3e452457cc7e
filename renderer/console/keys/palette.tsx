import { Spotlight, type SpotlightActionGroupData } from '@mantine/spotlight';
import { IconSearch } from '@tabler/icons-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { exerciseSeconds } from '../../../shared/exercise/exercise';
import { currentDay } from '../../../shared/retreat/retreat';
import { KeyHint } from '../kit/key-hint';
import { publicItemTitle, useContent } from '../mirror/content';
import { useClock, useCommand, useGo, useLocal, useMirrorDispatch, useView } from '../mirror/hooks';
import { foundCouple } from '../mirror/store';
import { useCoupleLabel } from '../mirror/use-couple-label';
import { useDisplayNames } from '../mirror/use-display-names';
import { useOpenRoom } from '../shell/use-open-room';
import { actionIds, actions } from './actions';
import { useCaps, useDo } from './use-actions';

/** Reaches everything by its name: actions, steps, exercises, couples, retreats, displays. */
export function Palette() {
  const { t } = useTranslation('shell');
  const groups = useGroups();
  return (
    <Spotlight
      actions={groups}
      // The table of keys opens it, also while typing.
      shortcut={null}
      scrollable
      maxHeight={420}
      scrollAreaProps={{ viewportProps: { tabIndex: 0, 'aria-label': t('palette.found') } }}
      limit={60}
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

function useGroups(): SpotlightActionGroupData[] {
  const nameOf = useDisplayNames();
  const labelOf = useCoupleLabel();
  const { t } = useTranslation('shell');
  const caps = useCaps();
  const carryOut = useDo();
  const send = useCommand();
  const go = useGo();
  const dispatch = useMirrorDispatch();
  const openRoom = useOpenRoom();
  const content = useContent();
  const retreat = useView((view) => view.retreat);
  const shelf = useView((view) => view.shelf);
  const displays = useView(({ screens }) => screens.displays);
  const playing = useView(({ live }) => live.stage.playing);
  const screen = useLocal(({ place }) => place.screen);
  const clock = useClock();
  const able = useView((view) =>
    actionIds.filter((id) => actions[id].when({ view, now: clock.now(), screen })).join(' '),
  );

  return useMemo(() => {
    const day = retreat === null ? undefined : currentDay(retreat);
    const groups: SpotlightActionGroupData[] = [
      {
        group: t('palette.actions'),
        actions: actionIds
          .filter((id) => id !== 'palette' && able.split(' ').includes(id))
          .map((id) => {
            const chord = actions[id].keys[0] ?? actions[id].everywhere;
            return {
              id: `action/${id}`,
              label: t(`action.${id}`),
              onClick: () => void carryOut(id),
              rightSection: chord === undefined ? undefined : <KeyHint caps={caps(chord)} />,
            };
          }),
      },
      {
        group: t('palette.couples'),
        actions: (retreat?.couples ?? []).map((couple) => ({
          id: `couple/${couple.id}`,
          label: labelOf(couple),
          description: t('palette.seat', { seat: couple.seat }),
          // After the palette has closed: it would give the focus back to where it was, away from the couple's note.
          onClick: () => void window.setTimeout(() => dispatch(foundCouple(couple.id))),
        })),
      },
      {
        group: t('palette.steps'),
        actions: (playing?.steps ?? []).map((step, index) => ({
          id: `step/${index}`,
          label: t('palette.step', { n: index + 1, title: step.thought }),
          onClick: () => {
            go('run');
            void send({ type: 'stage/jump', index });
          },
        })),
      },
      {
        group: t('palette.day'),
        actions: (day?.items ?? [])
          .filter(({ kind }) => kind !== 'buffer')
          .map((item) => ({
            id: `item/${item.id}`,
            label: publicItemTitle(item, content, t('palette.day')),
            description: t('palette.minutes', { minutes: item.minutes }),
            onClick: () => {
              go('run');
              void send({ type: 'day/go', id: item.id });
            },
          })),
      },
      {
        group: t('palette.exercises'),
        actions: content.exercises.map((exercise) => ({
          id: `exercise/${exercise.id}`,
          label: exercise.title,
          description: t('palette.minutes', { minutes: Math.round(exerciseSeconds(exercise) / 60) }),
          keywords: [exercise.code, exercise.purpose],
          onClick: async () => {
            const answer = await send({ type: 'drill/project', exercise: exercise.id });
            if (!answer.ok) return;
            go('run');
            await openRoom();
          },
        })),
      },
      {
        group: t('palette.retreats'),
        actions: shelf.map((line) => ({
          id: `retreat/${line.id}`,
          label: line.title,
          description: line.firstDate,
          onClick: async () => {
            if ((await send({ type: 'retreat/open', id: line.id })).ok) go('prepare');
          },
        })),
      },
      {
        group: t('palette.screens'),
        actions: [
          ...displays
            .filter((display) => !display.console)
            .map((display) => ({
              id: `display/${display.id}`,
              label: t('palette.onDisplay', { display: nameOf(display) }),
              onClick: () => void send({ type: 'room/open', displayId: display.id, windowed: false }),
            })),
          {
            id: 'display/window',
            label: t('palette.inWindow'),
            onClick: () => void send({ type: 'room/open', displayId: null, windowed: true }),
          },
          { id: 'display/close', label: t('palette.closeRoom'), onClick: () => void send({ type: 'room/close' }) },
        ],
      },
    ];
    return groups.filter(({ actions: found }) => found.length > 0);
  }, [
    t,
    caps,
    carryOut,
    send,
    go,
    dispatch,
    openRoom,
    content,
    retreat,
    shelf,
    displays,
    nameOf,
    playing,
    able,
    labelOf,
  ]);
}
