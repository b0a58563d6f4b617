import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { emptyDesign } from '../../../shared/model/design';
import { serializeDesign } from '../../../shared/model/format/serialize';
import type { Dialogs, Question } from '../dialogs';
import type { Page, Workbench } from '../document/workbench';
import { type Disk, nodeDisk } from '../files/disk';
import { openRecentStore } from '../files/recent-files';
import { createOrder } from '../files/run-in-order';
import { makeWorkbench } from '../make-workbench';
import { makeFolder } from './make-folder';

/** Text of a valid design of that name. */
export const designText = (name: string): string => serializeDesign(emptyDesign(name));

/** What the person at the dialogs does, in order: a path, null for Cancel, or the label of the button to press. */
export type Script = (string | null)[];

export type TestBench = {
  readonly bench: Workbench;
  readonly folder: string;
  /** Answers still to be given; a dialog without one fails the test. */
  readonly script: Script;
  readonly asked: Question[];
  readonly events: { readonly event: string; readonly payload: unknown }[];
  readonly clock: { now: number };
};

const scriptedDialogs = (script: Script, asked: Question[]): Dialogs => {
  const next = (what: string) => {
    const answer = script.shift();
    if (answer === undefined) throw new Error(`Nobody answers the dialog: ${what}`);
    return answer;
  };
  return {
    chooseDesign: async () => next('Open'),
    choosePlace: async (suggested) => next(`Save As ${suggested}`),
    chooseFolder: async (start) => next(`Folder in ${start}`),
    ask: async (question) => {
      asked.push(question);
      const label = next(question.message);
      if (label === null) return question.cancel;
      const index = question.buttons.indexOf(label);
      if (index < 0) throw new Error(`“${label}” is not among ${question.buttons.join(', ')}`);
      return index;
    },
  };
};

/** All of opening and saving over the real disk, in a folder of its own, with scripted dialogs and a page that only listens. */
export const makeTestBench = async (disk: Disk = nodeDisk): Promise<TestBench> => {
  const folder = await makeFolder();
  const script: Script = [];
  const asked: Question[] = [];
  const events: { event: string; payload: unknown }[] = [];
  const clock = { now: Date.parse('2024-05-01T12:00:00Z') };
  const page: Page = { send: (event, payload) => events.push({ event, payload }) };
  const randomName = () => randomBytes(4).toString('hex');
  const tools = { disk, order: createOrder(), randomName, now: () => clock.now };
  const userData = join(folder, 'profile');
  const bench = makeWorkbench(tools, {
    userData,
    documents: folder,
    examples: join(folder, 'examples'),
    appVersion: '0.0.0',
    recentFiles: await openRecentStore(tools, userData),
    dialogs: scriptedDialogs(script, asked),
    page,
    onRecentChange: () => undefined,
  });
  return { bench, folder, script, asked, events, clock };
};
