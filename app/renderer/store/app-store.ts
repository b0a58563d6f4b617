import { createStore, type StoreApi } from 'zustand/vanilla';
import { emptyDesign, type NewId } from '../../../shared/model/design';
import { emptyHistory } from '../../../shared/model/history';
import { resolve } from '../../../shared/topology/resolve';
import type { Checker } from '../checking/checker';
import { type Focusing, makeFocusing } from '../focus/focusing';
import { analyse } from './analyse';
import type { CanvasPort } from './canvas-port';
import type { Core } from './core';
import { type Documents, makeDocuments } from './documents';
import { type Editing, makeEditing } from './editing';
import { type Exporting, firstExportView, makeExporting } from './exporting';
import { makeFollow } from './following';
import { allLayers } from './layers';
import { defaultPanels } from './panels';
import { makePreviewing, type Previewing } from './previewing';
import { emptySelection } from './selection';
import { makeSimulating, type Simulating } from './simulating';
import type { AppState } from './state';
import { makeViewing, type Viewing } from './viewing';

/** State to read and subscribe to, and the only functions that change it. */
export interface AppStore extends Editing, Exporting, Previewing, Simulating, Focusing, Viewing, Documents {
  readonly store: Pick<StoreApi<AppState>, 'getState' | 'getInitialState' | 'subscribe'>;
  getState(): AppState;
  readonly newId: NewId;
  notify: Core['notify'];
  /** The canvas announces what it can do while it is on screen; null when it goes. */
  setCanvas(port: CanvasPort | null): void;
  canvas(): CanvasPort | null;
}

const initialState = (): AppState => {
  const design = emptyDesign();
  return {
    design,
    opened: design,
    topology: resolve(design),
    findings: [],
    waived: [],
    waivers: [],
    counts: { error: 0, warning: 0, info: 0, unknown: 0 },
    findingsOf: new Map(),
    estimate: null,
    costOf: new Map(),
    books: null,
    isChecking: false,
    history: emptyHistory,
    gesture: null,
    document: null,
    draftTime: null,
    selection: emptySelection,
    hover: null,
    highlight: null,
    preview: null,
    outage: null,
    focus: null,
    view: {
      theme: 'system',
      panels: defaultPanels,
      layers: allLayers,
      drawerTab: 'problems',
      mending: null,
      tool: 'select',
      findOpen: false,
    },
    exporting: firstExportView,
    lastExports: new Map(),
    dialog: null,
    messages: [],
    announcement: '',
  };
};

const MESSAGES_SHOWN = 3;

export interface Surroundings {
  readonly newId: NewId;
  /** The day, such as `2026-03-01`; without it no waiver expires. */
  readonly today?: () => string;
  /** Checks large designs in another thread; without it all are checked here. */
  readonly checker?: Checker;
}

/** Makes the store of one window. Ids and the day come from outside, so that tests can choose them. */
export function createAppStore({ newId, today = () => '', checker }: Surroundings): AppStore {
  const store = createStore<AppState>()(initialState);
  const { getState } = store;
  let messageCount = 0;
  let canvas: CanvasPort | null = null;
  const core: Core = {
    get: getState,
    set: (patch) => store.setState(patch),
    newId,
    today,
    analyse: (design, previous) => analyse(design, previous, today()),
    follow: makeFollow({ get: getState, set: (patch) => store.setState(patch), today, checker }),
    notify: (message) => {
      messageCount += 1;
      const messages = [...getState().messages, { ...message, id: `message-${messageCount}` }];
      store.setState({ messages: messages.slice(-MESSAGES_SHOWN) });
    },
  };
  return {
    store,
    getState,
    newId,
    notify: core.notify,
    setCanvas: (port) => {
      canvas = port;
    },
    canvas: () => canvas,
    ...makeEditing(core),
    ...makeExporting(core),
    ...makePreviewing(core),
    ...makeSimulating(core),
    ...makeFocusing(core),
    ...makeViewing(core),
    ...makeDocuments(core),
  };
}
