import {
  configureStore,
  createAction,
  createSlice,
  type PayloadAction,
  prepareAutoBatched,
  type UnknownAction,
} from '@reduxjs/toolkit';
import type { CouplesAmong } from '../../../shared/session/protocol/couples-among';
import type { SoundOutput } from '../../../shared/session/state/settings';
import { type ConsoleChanges, withChanges } from '../../../shared/session/view/console-changes';
import type { ConsoleView } from '../../../shared/session/view/console-view';

export type Screen = 'home' | 'prepare' | 'run' | 'couples' | 'settings';

/** The parts of the place Couples, in their order. */
export const couplesParts = ['consent', 'today', 'take-home', 'room', 'all'] as const;
export type CouplesPart = (typeof couplesParts)[number];

/** The first page that was opened makes room for one more. */
const mostPages = 8;

/** A dialog that a button, a key or the palette opens. */
export type Asking =
  | 'room'
  | 'keys'
  | 'about'
  | 'end'
  | 'end-day'
  | 'start'
  | 'drill'
  | 'add'
  | 'else'
  | 'minutes'
  | 'insert'
  | 'hand-over'
  | 'remove-couple'
  | 'delete-retreat';

/** The pages of an exercise's notes. */
export const notesPages = ['now', 'before', 'watch', 'short', 'tears'] as const;
export type NotesPage = (typeof notesPages)[number];

interface Navigation {
  readonly screen: Screen;
  /** The part of Couples that is open. */
  readonly part: CouplesPart;
  /** Which couples All couples lists. */
  readonly among: CouplesAmong;
  /** The couples whose pages are open in Couples, by id, and the one that is seen; null while a part is. */
  readonly pages: readonly string[];
  readonly page: string | null;
  /** The couple Run should bring into view, or null. */
  readonly coupleId: string | null;
  readonly asking: Asking | null;
  /** Id of what it asks about; null where there is nothing to choose, or for the beginning. */
  readonly about: string | null;
  /** The page of the notes that is open, and of which exercise. */
  readonly notes: { readonly of: string; readonly page: NotesPage } | null;
  /** The form that is open in Run: what a couple says in an exercise. */
  readonly form: OpenForm | null;
}

export interface OpenForm {
  /** Null while the seat is still asked for. */
  readonly coupleId: string | null;
  /** Null for the one on stage or, where none is, the last one that ran. */
  readonly exercise: string | null;
}

export const arrived = createAction<ConsoleView>('view/arrived');
export const changed = createAction<ConsoleChanges>('view/changed');
/** The same, and drawn a moment later. */
export const changedQuietly = createAction('view/changedQuietly', prepareAutoBatched<ConsoleChanges>());

/** What comes is put beside what is there, and never written into it: no draft of all that the console knows is made for it. */
function view(state: ConsoleView | null = null, action: UnknownAction): ConsoleView | null {
  if (arrived.match(action)) return action.payload;
  if (state === null || !(changed.match(action) || changedQuietly.match(action))) return state;
  return withChanges(state, action.payload);
}

/** By the key of its field; null where what was typed is done or given up. */
type LocalDrafts = Readonly<Record<string, string | null>>;

/** What is typed and not yet acknowledged. Never written to disk here. */
const drafts = createSlice({
  name: 'drafts',
  initialState: {} as LocalDrafts,
  reducers: {
    typed: (state, { payload }: PayloadAction<{ readonly key: string; readonly text: string | null }>) => ({
      ...state,
      [payload.key]: payload.text,
    }),
    settled: (state, { payload }: PayloadAction<{ readonly key: string; readonly text: string | null }>) =>
      state[payload.key] === payload.text ? without(state, (key) => key === payload.key) : state,
    /** A couple that was removed leaves no draft behind (S12). */
    forgotten: (state, { payload }: PayloadAction<string>) => without(state, (key) => key.split('/').includes(payload)),
  },
});

function without(state: LocalDrafts, gone: (key: string) => boolean) {
  return Object.fromEntries(Object.entries(state).filter(([key]) => !gone(key)));
}

const place = createSlice({
  name: 'place',
  initialState: {
    screen: 'home',
    part: 'consent',
    among: 'current',
    pages: [],
    page: null,
    coupleId: null,
    asking: null,
    about: null,
    notes: null,
    form: null,
  } as Navigation,
  reducers: {
    // A question stays behind with the screen it was asked on.
    went: (state, { payload }: PayloadAction<Screen>) => ({
      ...state,
      screen: payload,
      asking: payload === state.screen ? state.asking : null,
    }),
    wentToPart: (state, { payload }: PayloadAction<CouplesPart>) => ({ ...state, part: payload, page: null }),
    wentToCouples: (state, { payload }: PayloadAction<CouplesAmong>) => ({
      ...state,
      screen: 'couples' as const,
      part: 'all' as const,
      page: null,
      among: payload,
    }),
    openedPage: (state, { payload }: PayloadAction<string>) => ({
      ...state,
      screen: 'couples' as const,
      pages: state.pages.includes(payload) ? state.pages : [...state.pages, payload].slice(-mostPages),
      page: payload,
    }),
    // Beside the page that closes the next one is seen, or the part it was opened from.
    closedPage: (state, { payload }: PayloadAction<string>) => {
      const at = state.pages.indexOf(payload);
      const pages = state.pages.filter((id) => id !== payload);
      return {
        ...state,
        pages,
        page: state.page === payload ? (pages[Math.min(at, pages.length - 1)] ?? null) : state.page,
      };
    },
    foundCouple: (state, { payload }: PayloadAction<string>) => ({
      ...state,
      screen: 'run' as const,
      coupleId: payload,
      // The couples stand where a form is.
      form: null,
    }),
    openedForm: (state, { payload }: PayloadAction<NonNullable<Navigation['form']>>) => ({
      ...state,
      screen: 'run' as const,
      form: payload,
    }),
    closedForm: (state) => ({ ...state, form: null }),
    leftCouple: (state) => ({ ...state, coupleId: null }),
    // What it was about stays, so that a dialog keeps its words while it closes.
    asked: (state, { payload }: PayloadAction<{ readonly what: Asking | null; readonly about?: string | null }>) => ({
      ...state,
      asking: payload.what,
      about: payload.what === null ? state.about : (payload.about ?? null),
    }),
    turned: (state, { payload }: PayloadAction<NonNullable<Navigation['notes']>>) => ({ ...state, notes: payload }),
  },
});

/** The sound outputs that are plugged in, or null while nobody has looked. */
const outputs = createSlice({
  name: 'outputs',
  initialState: null as readonly SoundOutput[] | null,
  reducers: {
    // Looking again and again must draw nothing again.
    foundOutputs: (before, { payload }: PayloadAction<readonly SoundOutput[]>) =>
      JSON.stringify(before) === JSON.stringify(payload) ? before : [...payload],
  },
});

export const { typed, settled, forgotten } = drafts.actions;
export const { foundOutputs } = outputs.actions;
export const {
  went,
  wentToPart,
  wentToCouples,
  openedPage,
  closedPage,
  foundCouple,
  leftCouple,
  openedForm,
  closedForm,
  asked,
  turned,
} = place.actions;

/** Milliseconds from the first change that waits: two frames, as long as the room takes to draw it. */
export const roomFirstMs = 33;

/** The console's own store: a mirror of its view beside what is local to this window. */
export function mirrorStore() {
  return configureStore({
    reducer: { view, drafts: drafts.reducer, place: place.reducer, outputs: outputs.reducer },
    // The view is parsed before it is sent, and large: checking every slice again on each patch buys nothing.
    middleware: (defaults) => defaults({ serializableCheck: false, immutableCheck: false }),
    enhancers: (defaults) => defaults({ autoBatch: { type: 'timer', timeout: roomFirstMs } }),
    devTools: false,
  });
}

export type MirrorStore = ReturnType<typeof mirrorStore>;
export type MirrorState = ReturnType<MirrorStore['getState']>;
export type MirrorDispatch = MirrorStore['dispatch'];
