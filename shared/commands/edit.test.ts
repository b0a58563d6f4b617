import { describe, expect, it } from 'vitest';
import { drawSite, startDrawing } from '../testing/drawing';
import { deleteElements } from './delete-elements';
import { duplicateElements } from './duplicate-elements';
import { moveElements } from './move-elements';
import { setTier } from './set-tier';
import { setZones } from './set-zones';

const onlyConnection = (drawing: ReturnType<typeof drawSite>) => {
  const [connection] = [...drawing.design().connections.values()];
  if (!connection) throw new Error('There is no connection.');
  return connection;
};

describe('deleting', () => {
  it('takes contents and connections along', () => {
    const drawing = drawSite();
    drawing.run((design) => deleteElements(design, { ids: [drawing.get('Region').id] }));
    expect([...drawing.design().elements.values()].map(({ name }) => name)).toEqual(['Users']);
    expect(drawing.design().connections.size).toBe(0);
  });

  it('takes a tier with its subnets and what spans them', () => {
    const drawing = drawSite();
    drawing.run((design) => deleteElements(design, { ids: [drawing.get('Database tier').id] }));
    const names = [...drawing.design().elements.values()].map(({ name }) => name);
    expect(names).not.toEqual(expect.arrayContaining(['Database']));
    expect(names.filter((name) => name.startsWith('Database'))).toEqual([]);
    expect(names).toContain('Auto Scaling group');
    expect(drawing.design().connections.size).toBe(2);
  });

  it('shrinks what spanned a deleted zone', () => {
    const drawing = drawSite();
    drawing.run((design) => deleteElements(design, { ids: [drawing.get('Availability Zone b').id] }));
    expect(drawing.names(drawing.get('Database').subnets)).toEqual(['Database a']);
  });

  it('takes a connection alone, and passes over what is gone', () => {
    const drawing = drawSite();
    const { id } = onlyConnection(drawing);
    drawing.run((design) => deleteElements(design, { ids: [id, 'gone'] }));
    expect(drawing.design().connections.has(id)).toBe(false);
    expect(drawing.design().connections.size).toBe(2);
  });
});

describe('moving', () => {
  it('carries a service to another tier', () => {
    const drawing = drawSite();
    drawing.run((design) =>
      moveElements(design, {
        ids: [drawing.get('Auto Scaling group').id],
        to: { container: drawing.get('Database tier').id, at: { x: 200, y: 20 } },
      }),
    );
    const group = drawing.get('Auto Scaling group');
    expect([group.tier, drawing.names(group.subnets)]).toEqual([
      drawing.get('Database tier').id,
      ['Database a', 'Database b'],
    ]);
  });

  it('keeps the zones chosen for a service that stays in its tier', () => {
    const drawing = drawSite();
    const { id } = drawing.get('Auto Scaling group');
    drawing.run((design) => setZones(design, { id, zones: [drawing.get('Availability Zone b').id] }));
    drawing.run((design) =>
      moveElements(design, { ids: [id], to: { container: drawing.get('Web tier').id, at: { x: 300, y: 40 } } }),
    );
    expect(drawing.names(drawing.get('Auto Scaling group').subnets)).toEqual(['Web b']);
  });

  it('refuses an illegal place and moves nothing', () => {
    const drawing = drawSite();
    const before = drawing.design();
    const fault = drawing.refusal((design) =>
      moveElements(design, { ids: [drawing.get('Database').id], to: { container: null, at: { x: 0, y: 0 } } }),
    );
    expect(fault.code).toBe('illegal-placement');
    expect(drawing.design()).toBe(before);
  });

  it('refuses to move a container into itself, or a zone out of its VPC', () => {
    const drawing = drawSite();
    drawing.drop('vpc', 'Region', { x: 2000, name: 'Other' });
    const into = (id: string, container: string) =>
      drawing.refusal((design) => moveElements(design, { ids: [id], to: { container, at: { x: 0, y: 0 } } })).message;
    expect(into(drawing.get('VPC').id, drawing.get('Web a').id)).toMatch(/into itself/);
    expect(into(drawing.get('Availability Zone a').id, drawing.get('Other').id)).toMatch(/cannot leave it/);
    expect(into(drawing.get('Web tier').id, drawing.get('Other').id)).toMatch(/cannot leave it/);
  });

  it('does not let an element stand in its own way', () => {
    const drawing = drawSite();
    drawing.drop('internet-gateway', 'VPC');
    drawing.drop('vpc', 'Region', { x: 2000, name: 'Other' });
    for (const name of ['VPC', 'Other'])
      drawing.run((design) =>
        moveElements(design, {
          ids: [drawing.get('Internet gateway').id],
          to: { container: drawing.get(name).id, at: { x: 4, y: 4 } },
        }),
      );
    expect(drawing.get('Internet gateway').parent).toBe(drawing.get('Other').id);
  });

  it('moves a selection together, children only once', () => {
    const drawing = startDrawing();
    drawing.drop('region', null, { x: 0, y: 0 });
    drawing.drop('s3-bucket', 'Region', { x: 40, y: 80 });
    drawing.drop('users', null, { x: -400, y: 0 });
    const ids = ['Region', 'Bucket', 'Users'].map((name) => drawing.get(name).id);
    drawing.run((design) => moveElements(design, { ids, by: { dx: 81, dy: -40 } }));
    expect(drawing.get('Region').frame).toMatchObject({ x: 80, y: -40 });
    expect(drawing.get('Bucket').frame).toMatchObject({ x: 40, y: 80 });
    expect(drawing.get('Users').frame).toMatchObject({ x: -320, y: -40 });
  });
});

describe('duplicating', () => {
  const twice = (drawing: ReturnType<typeof drawSite>, ...names: string[]) =>
    drawing.run((design) =>
      duplicateElements(design, {
        ids: names.map((name) => drawing.get(name).id),
        newId: drawing.newId,
        offset: { dx: 24, dy: 24 },
      }),
    );

  it('gives the copy a free name and leaves outer connections alone', () => {
    const drawing = drawSite();
    twice(drawing, 'Database');
    expect(drawing.get('Database 2').subnets).toEqual(drawing.get('Database').subnets);
    expect(drawing.design().connections.size).toBe(3);
  });

  it('copies connections among what is copied', () => {
    const drawing = drawSite();
    twice(drawing, 'Load balancer', 'Auto Scaling group');
    expect(drawing.design().connections.size).toBe(4);
  });

  it('makes a copied zone the next one, with its own addresses, reached by what spans the tiers', () => {
    const drawing = drawSite();
    drawing.drop('ec2-instance', 'Web b');
    twice(drawing, 'Availability Zone b');
    expect(drawing.get('Availability Zone c').settings.zone).toBe('c');
    expect(drawing.get('Web c').settings.cidr).not.toBe(drawing.get('Web b').settings.cidr);
    expect(drawing.get('EC2 instance 2').parent).toBe(drawing.get('Web c').id);
    expect(drawing.names(drawing.get('Database').subnets)).toEqual(['Database a', 'Database b', 'Database c']);
    const cidrs = [...drawing.design().elements.values()].flatMap(({ settings }) => settings.cidr ?? []);
    expect(new Set(cidrs).size).toBe(cidrs.length);
  });

  it('copies a whole VPC, gateway and addresses included', () => {
    const drawing = drawSite();
    drawing.drop('internet-gateway', 'VPC');
    const before = drawing.design().elements.size;
    const { size } = [...drawing.design().elements.values()]
      .filter(({ parent }) => parent !== null)
      .reduce((ids, { id }) => ids.add(id), new Set<string>());
    twice(drawing, 'VPC');
    expect(drawing.design().elements.size).toBe(before + size);
    expect(drawing.get('Database 2').parent).toBe(drawing.get('VPC 2').id);
  });

  it('refuses a second internet gateway', () => {
    const drawing = drawSite();
    const { id } = drawing.drop('internet-gateway', 'VPC');
    const fault = drawing.refusal((design) =>
      duplicateElements(design, { ids: [id], newId: drawing.newId, offset: { dx: 0, dy: 0 } }),
    );
    expect(fault.message).toMatch(/only one/);
  });
});

describe('zones and tiers of a service', () => {
  it('follows the check boxes', () => {
    const drawing = drawSite();
    const { id } = drawing.get('Auto Scaling group');
    const zone = (letter: string) => drawing.get(`Availability Zone ${letter}`).id;
    drawing.run((design) => setZones(design, { id, zones: [zone('b')] }));
    expect(drawing.names(drawing.get('Auto Scaling group').subnets)).toEqual(['Web b']);
    drawing.run((design) => setZones(design, { id, zones: [zone('b'), zone('a')] }));
    expect(drawing.names(drawing.get('Auto Scaling group').subnets)).toEqual(['Web a', 'Web b']);
    expect(drawing.refusal((design) => setZones(design, { id, zones: [] })).message).toMatch(/at least one/);
  });

  it('says when a zone has no fitting subnet', () => {
    const drawing = drawSite();
    drawing.run((design) => deleteElements(design, { ids: [drawing.get('Web b').id] }));
    const { id } = drawing.get('Auto Scaling group');
    const zones = [drawing.get('Availability Zone b').id];
    expect(drawing.refusal((design) => setZones(design, { id, zones })).message).toMatch(/no subnet that fits/);
  });

  it('moves a spanning service to the subnets of its new tier', () => {
    const drawing = drawSite();
    const { id } = drawing.get('Database');
    drawing.run((design) => setTier(design, { ids: [id], tier: drawing.get('Web tier').id }));
    expect(drawing.names(drawing.get('Database').subnets)).toEqual(['Web a', 'Web b']);
  });

  it('labels a regional service, and refuses an actor', () => {
    const drawing = drawSite();
    const { id } = drawing.drop('dynamodb-table', 'Region', { x: 2000 });
    const tier = drawing.get('Database tier').id;
    drawing.run((design) => setTier(design, { ids: [id], tier }));
    expect(drawing.get('Table')).toMatchObject({ tier, parent: drawing.get('Region').id });
    expect(drawing.refusal((design) => setTier(design, { ids: [drawing.get('Users').id], tier })).code).toBe(
      'illegal-placement',
    );
  });
});
