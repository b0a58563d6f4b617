import type { CDPSession, Page } from '@playwright/test';
import { z } from 'zod';
import { middleOf } from '../measure';

/** What the page's main thread did, a frame at a time. */
export interface Frames {
  /** Script, milliseconds a frame. */
  readonly median: number;
  readonly p95: number;
  /** Script, style, layout and painting together. */
  readonly whole: number;
  readonly perSecond: number;
}

const SCRIPT: ReadonlySet<string> = new Set([
  'FunctionCall',
  'EvaluateScript',
  'FireAnimationFrame',
  'TimerFire',
  'EventDispatch',
  'RunMicrotasks',
  'MinorGC',
  'MajorGC',
]);
const DRAWING: ReadonlySet<string> = new Set(['UpdateLayoutTree', 'Layout', 'PrePaint', 'Paint', 'Layerize', 'Commit']);

const eventSchema = z.object({
  name: z.string(),
  ph: z.string(),
  pid: z.number(),
  tid: z.number(),
  ts: z.number(),
  dur: z.number().optional(),
  tdur: z.number().optional(),
  args: z
    .looseObject({ name: z.string().optional(), data: z.looseObject({ type: z.string().optional() }).optional() })
    .optional(),
});
export type TraceEvent = z.infer<typeof eventSchema>;

/** Length of the union of intervals that begin in a window, milliseconds. */
function coveredBy(events: readonly TraceEvent[], names: ReadonlySet<string>, from: number, to: number): number {
  let covered = 0;
  let end = from;
  for (const { name, ts, dur = 0 } of events) {
    if (ts < from || ts >= to || !names.has(name)) continue;
    const start = Math.max(ts, end);
    const stop = ts + dur;
    if (stop <= start) continue;
    covered += stop - start;
    end = stop;
  }
  return covered / 1000;
}

/** The thread that runs the page: of all such threads the busiest. */
export function eventsOfPage(all: readonly TraceEvent[]): TraceEvent[] {
  const keyOf = ({ pid, tid }: TraceEvent): string => `${pid} ${tid}`;
  const mains = new Set(
    all.filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain').map(keyOf),
  );
  const threads = new Map<string, TraceEvent[]>();
  for (const event of all) {
    const key = keyOf(event);
    if (event.ph === 'M' || !mains.has(key)) continue;
    const known = threads.get(key);
    if (known) known.push(event);
    else threads.set(key, [event]);
  }
  const [busiest = []] = [...threads.values()].sort((a, b) => b.length - a.length);
  return busiest.sort((a, b) => a.ts - b.ts);
}

const isStep = ({ name, args }: TraceEvent): boolean =>
  name === 'EventDispatch' && (args?.data?.type === 'mousemove' || args?.data?.type === 'wheel');

/** Each step of a gesture gets a frame of its own; what happens until the next step belongs to it. */
function summarize(events: readonly TraceEvent[]): Frames {
  const steps = events.filter(isStep).map(({ ts }) => ts);
  const all = new Set([...SCRIPT, ...DRAWING]);
  const frames = steps.slice(0, -1).map((from, index) => {
    const to = steps[index + 1] ?? from;
    return { script: coveredBy(events, SCRIPT, from, to), whole: coveredBy(events, all, from, to) };
  });
  const scripts = frames.map(({ script }) => script).sort((a, b) => a - b);
  const drawn = events.filter(({ name }) => name === 'BeginCommitCompositorFrame').map(({ ts }) => ts);
  const seconds = ((drawn.at(-1) ?? 0) - (drawn[0] ?? 0)) / 1_000_000;
  return {
    median: middleOf(scripts),
    p95: scripts[Math.floor(scripts.length * 0.95)] ?? 0,
    whole: middleOf(frames.map(({ whole }) => whole)),
    perSecond: seconds > 0 ? (drawn.length - 1) / seconds : 0,
  };
}

/** Records what the program does while `work` runs. */
export async function record(session: CDPSession, work: () => Promise<void>): Promise<TraceEvent[]> {
  const events: TraceEvent[] = [];
  session.on('Tracing.dataCollected', ({ value }) => {
    for (const item of value) {
      const parsed = eventSchema.safeParse(item);
      if (parsed.success) events.push(parsed.data);
    }
  });
  const complete = new Promise<void>((done) => session.once('Tracing.tracingComplete', () => done()));
  await session.send('Tracing.start', {
    categories:
      'devtools.timeline,devtools.timeline.frame,disabled-by-default-devtools.timeline,v8,__metadata' +
      (process.env.PROFILE ? ',disabled-by-default-v8.cpu_profiler' : ''),
    transferMode: 'ReportEvents',
  });
  await work();
  await session.send('Tracing.end');
  await complete;
  return events;
}

/** Records what the page's main thread does while `work` runs, frame by frame. */
export async function traceFrames(page: Page, work: () => Promise<void>): Promise<Frames> {
  const session = await page.context().newCDPSession(page);
  try {
    return summarize(eventsOfPage(await record(session, work)));
  } finally {
    await session.detach();
  }
}
