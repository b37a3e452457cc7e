import { exerciseMinutes } from '../../../../shared/exercise/exercise';
import { minuteMs } from '../../../../shared/room/timer';
import { notesPages } from '../../mirror/store';
import { presets } from '../../run/presets';
import { actionIds, actions } from '../actions';
import type { Finds } from './find';

/** Every action of the table that means something now. */
export const findActions: Finds = (met) =>
  actionIds
    .filter((id) => id !== 'palette' && actions[id].when(met))
    .map((id) => {
      const chord = actions[id].keys[0] ?? actions[id].everywhere;
      return {
        id: `action/${id}`,
        label: met.t(`action.${id}`),
        ...(chord === undefined ? {} : { chord }),
        does: actions[id].does(met),
      };
    });

/** How long ago it may have begun; one minute has a key of its own. */
const agoMinutes = [2, 3, 5] as const;

export const findBegan: Finds = ({ t, view }) =>
  view.live.stage.playing === null || view.live.stage.held
    ? []
    : agoMinutes.map((minutes) => ({
        id: `began/${minutes}`,
        label: t('palette.began', { minutes }),
        does: { command: { type: 'stage/backdate', ms: minutes * minuteMs } },
      }));

export const findSteps: Finds = ({ t, view }) =>
  (view.live.stage.playing?.steps ?? []).map((step, index) => ({
    id: `step/${index}`,
    label: t('palette.step', { n: index + 1, title: step.thought }),
    does: { command: { type: 'stage/jump', index }, to: 'run' },
  }));

export const findNotes: Finds = ({ t, view, content }) =>
  view.live.stage.playing === null || content.exercise(view.live.ref) === undefined
    ? []
    : notesPages.map((page) => ({
        id: `notes/${page}`,
        label: t('palette.notesPage', { page: t(`run:notes.${page}`) }),
        does: { notes: page },
      }));

export const findMessages: Finds = ({ t }) =>
  presets.map((preset) => {
    const text = t(`run:message.presets.${preset}`);
    return { id: `message/${preset}`, label: t('palette.write', { text }), does: { write: text } };
  });

export const findExercises: Finds = ({ t, content }) =>
  content.exercises.map((exercise) => ({
    id: `exercise/${exercise.id}`,
    label: exercise.title,
    description: t('palette.minutes', { minutes: exerciseMinutes(exercise) }),
    keywords: [exercise.code, exercise.purpose],
    does: { command: { type: 'drill/project', exercise: exercise.id }, to: 'run', room: true },
  }));
