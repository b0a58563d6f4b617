import { describe, expect, it } from 'vitest';
import { drawSite } from '../testing/drawing';
import { changeConnection } from './change-connection';
import { changeDesignSettings } from './change-design-settings';
import { changeSettings } from './change-settings';
import { connect } from './connect';
import { renameElement } from './rename-element';
import { resizeElement } from './resize-element';
import { reverseConnection } from './reverse-connection';

const onlyConnection = (drawing: ReturnType<typeof drawSite>) => {
  const [connection] = [...drawing.design().connections.values()];
  if (!connection) throw new Error('There is no connection.');
  return connection;
};

describe('connecting', () => {
  it('chooses the likeliest meaning', () => {
    const drawing = drawSite();
    expect([...drawing.design().connections.values()].map(({ kind }) => kind)).toEqual(['traffic', 'traffic', 'data']);
  });

  it.each([
    ['Database', 'Auto Scaling group', /the other way round/],
    ['Users', 'Web tier', /no connection from/],
    ['Users', 'Users', /to itself/],
    ['Users', 'Load balancer', /Users already sends traffic to Load balancer/],
  ])('refuses %s to %s', (from, to, message) => {
    const drawing = drawSite();
    const ends = { from: drawing.get(from).id, to: drawing.get(to).id };
    const fault = drawing.refusal((design) => connect(design, { ...ends, newId: drawing.newId }));
    expect(fault.code).toBe('illegal-connection');
    expect(fault.message).toMatch(message);
  });

  it('changes meaning and settings, and refuses what makes no sense', () => {
    const drawing = drawSite();
    const line = [...drawing.design().connections.values()].find(({ kind }) => kind === 'data');
    const id = line?.id ?? '';
    drawing.run((design) =>
      changeConnection(design, { id, kind: 'session', settings: { port: 3307, optional: false } }),
    );
    expect(drawing.design().connections.get(id)).toMatchObject({ kind: 'session', settings: { port: 3307 } });
    expect(drawing.refusal((design) => changeConnection(design, { id, kind: 'dns' })).message).toMatch(/choose/);
    expect(drawing.refusal((design) => changeConnection(design, { id, settings: { port: -1 } })).message).toMatch(
      /^Port of the connection cannot be -1/,
    );
  });

  it('turns a connection round where both ways make sense', () => {
    const drawing = drawSite();
    drawing.drop('rds-instance', 'Database tier');
    drawing.connect('Database', 'Database 2');
    const line = [...drawing.design().connections.values()].at(-1);
    drawing.run((design) => reverseConnection(design, { id: line?.id ?? '' }));
    expect(drawing.design().connections.get(line?.id ?? '')?.from).toBe(drawing.get('Database 2').id);
    const { id } = onlyConnection(drawing);
    expect(drawing.refusal((design) => reverseConnection(design, { id })).code).toBe('illegal-connection');
  });
});

describe('editing in the inspector', () => {
  it('renames, but not to nothing', () => {
    const drawing = drawSite();
    const { id } = drawing.get('Database');
    drawing.run((design) => renameElement(design, { id, name: '  Orders ' }));
    expect(drawing.get('Orders').id).toBe(id);
    expect(drawing.refusal((design) => renameElement(design, { id, name: ' ' })).message).toMatch(/needs a name/);
  });

  it('stores what differs from the default and forgets what no longer does', () => {
    const drawing = drawSite();
    const ids = [drawing.get('Database').id];
    drawing.run((design) => changeSettings(design, { ids, settings: { multiAz: true, storageGb: 200 } }));
    drawing.run((design) => changeSettings(design, { ids, settings: { storageGb: 100 } }));
    expect(drawing.get('Database').settings).toEqual({ multiAz: true });
    const fault = drawing.refusal((design) => changeSettings(design, { ids, settings: { engine: 'oracle' } }));
    expect(fault.message).toMatch(/^Engine of Database cannot be "oracle"/);
  });

  it('says in words what an address must look like', () => {
    const drawing = drawSite();
    drawing.drop('vpn-connection', 'VPC');
    const ids = [drawing.get('VPN connection').id];
    const refuse = (gatewayAddress: string) =>
      drawing.refusal((design) => changeSettings(design, { ids, settings: { gatewayAddress } })).message;
    const form = 'write an IPv4 address such as 203.0.113.9, or nothing.';
    expect(refuse('300.1.1.1')).toBe(
      `Address of the customer gateway of VPN connection cannot be "300.1.1.1": ${form}`,
    );
    expect(refuse('10.1.1')).toContain(form);
    drawing.run((design) => changeSettings(design, { ids, settings: { gatewayAddress: '203.0.113.9' } }));
    drawing.run((design) => changeSettings(design, { ids, settings: { gatewayAddress: '' } }));
    expect(drawing.get('VPN connection').settings).toEqual({});
  });

  it('keeps zones of a VPC apart', () => {
    const drawing = drawSite();
    const ids = [drawing.get('Availability Zone b').id];
    expect(drawing.refusal((design) => changeSettings(design, { ids, settings: { zone: 'a' } })).message).toMatch(
      /already in this VPC/,
    );
  });

  it('resizes containers and notes only', () => {
    const drawing = drawSite();
    const frame = { x: 0, y: 0, width: 2001, height: 1500 };
    drawing.run((design) => resizeElement(design, { id: drawing.get('Region').id, frame }));
    expect(drawing.get('Region').frame.width).toBe(2000);
    expect(
      drawing.refusal((design) => resizeElement(design, { id: drawing.get('Database').id, frame })).message,
    ).toMatch(/fixed size/);
  });

  it('changes the design as a whole', () => {
    const drawing = drawSite();
    drawing.run((design) =>
      changeDesignSettings(design, { name: 'Shop', settings: { environment: 'development', monthlyBudget: null } }),
    );
    expect(drawing.design().header).toEqual({ name: 'Shop', settings: { environment: 'development' } });
    expect(drawing.refusal((design) => changeDesignSettings(design, { settings: { monthlyBudget: -1 } })).code).toBe(
      'bad-setting',
    );
  });
});
