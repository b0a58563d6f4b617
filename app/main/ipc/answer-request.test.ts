import { describe, expect, it } from 'vitest';
import { fail, succeed } from '../../../shared/ipc/answer';
import type { Channel } from '../../../shared/ipc/channels';
import { openPriceDesk } from '../pricing/price-desk';
import { designText, makeTestBench } from '../testing/make-test-bench';
import { answerRequest } from './answer-request';
import type { Handlers, Program } from './handler';
import type { SenderFrame } from './sender';

const page: SenderFrame = { url: 'app://stratiform/index.html', parent: null };

const program: Program = {
  about: () => ({ name: 'x', version: '0', electron: '0', chrome: '0', node: '0', platform: 'linux', packaged: false }),
  theme: () => ({ theme: 'system', dark: false, highContrast: false }),
  settings: () => ({ theme: 'system', panels: {} }),
  changeSettings: async () => succeed({ theme: 'system', panels: {} }),
  takePendingPath: () => null,
  pageIsReady: () => undefined,
};

/** Handlers that only note that they were reached. */
const makeHandlers = (reached: string[]): Handlers => {
  const answer = async () => {
    reached.push('reached');
    return fail('internal', 'reached');
  };
  return {
    'app.info': answer,
    'app.ready': answer,
    'design.new': answer,
    'design.open': answer,
    'design.read': answer,
    'design.openTicket': answer,
    'design.openExample': answer,
    'design.openDropped': answer,
    'design.save': answer,
    'design.saveAs': answer,
    'document.state': answer,
    'document.text': answer,
    'draft.put': answer,
    'recovery.list': answer,
    'recovery.take': answer,
    'recovery.discard': answer,
    'history.list': answer,
    'history.open': answer,
    'recent.list': answer,
    'recent.clear': answer,
    'examples.list': answer,
    'design.openTemplate': answer,
    'templates.list': answer,
    'templates.read': answer,
    'templates.put': answer,
    'templates.rename': answer,
    'templates.remove': answer,
    'export.save': answer,
    'picture.save': answer,
    'export.choose': answer,
    'export.read': answer,
    'export.write': answer,
    'settings.get': answer,
    'settings.set': answer,
    'prices.status': answer,
    'prices.profiles': answer,
    'prices.refresh': answer,
    'prices.cancel': answer,
    openExternal: answer,
  };
};

const ask = async (
  channel: Channel,
  request: unknown,
  frame: SenderFrame | null = page,
  change: Partial<Handlers> = {},
) => {
  const { bench, folder } = await makeTestBench();
  const tools = { disk: bench.disk, order: bench.order, randomName: bench.randomId, now: bench.now };
  const prices = await openPriceDesk({ tools, folder, environment: {} });
  const reached: string[] = [];
  const handlers = { ...makeHandlers(reached), ...change };
  const answer = await answerRequest(channel, handlers, { bench, program, prices }, frame, request);
  return { answer, reached };
};

describe('a request', () => {
  it('of the page with the right shape reaches its handler', async () => {
    expect((await ask('app.info', {})).reached).toHaveLength(1);
  });

  it.each<[string, SenderFrame | null]>([
    ['a frame that is gone', null],
    ['a frame inside the page', { url: page.url, parent: page }],
    ['a longer host', { url: 'app://stratiform.evil/index.html', parent: null }],
    ['another scheme', { url: 'https://stratiform/index.html', parent: null }],
    ['a file', { url: 'file:///index.html', parent: null }],
    ['an empty page', { url: 'about:blank', parent: null }],
    ['a data page', { url: 'data:text/html,app://stratiform/', parent: null }],
    ['no address', { url: '', parent: null }],
  ])('of %s is denied', async (_name, frame) => {
    const { answer, reached } = await ask('app.info', {}, frame);
    expect(answer).toMatchObject({ ok: false, code: 'denied' });
    expect(reached).toEqual([]);
  });

  it.each<[Channel, unknown]>([
    ['app.info', undefined],
    ['app.info', { extra: 1 }],
    ['design.openTicket', { ticket: '/etc/passwd' }],
    ['design.openTicket', { ticket: 'recent-../../x' }],
    ['design.save', { ticket: `doc-${'0'.repeat(32)}`, text: '', baseRevision: null }],
    ['design.save', { ticket: `doc-${'0'.repeat(32)}`, text: designText('a'), baseRevision: 'short' }],
    ['settings.set', { theme: 'pink' }],
    ['settings.set', { panels: { 'x y': 1 } }],
    ['picture.save', { bytes: new Uint8Array(), suggestedName: 'a.png' }],
    ['picture.save', { bytes: 'text', suggestedName: 'a.png' }],
    ['templates.read', { id: '../../settings' }],
    ['templates.put', { name: ' ', text: designText('a'), replaces: null }],
    ['openExternal', { url: 7 }],
  ])('%s with %j has a bad shape', async (channel, request) => {
    const { answer, reached } = await ask(channel, request);
    expect(answer).toMatchObject({ ok: false, code: 'bad-request' });
    expect(reached).toEqual([]);
  });

  it('whose handler throws is answered without a path or a stack', async () => {
    const change = { 'app.info': () => Promise.reject(new Error('ENOENT /home/someone/secret')) };
    const { answer } = await ask('app.info', {}, page, change);
    expect(answer).toMatchObject({ ok: false, code: 'internal' });
    expect(JSON.stringify(answer)).not.toContain('secret');
  });
});
