import { describe, expect, it } from 'vitest';
import { drawNetwork, startDrawing } from '../testing/drawing';
import { addElement } from './add-element';
import { deleteElements } from './delete-elements';
import { setZones } from './set-zones';

const cidrs = (drawing: ReturnType<typeof drawNetwork>, ...names: string[]) =>
  names.map((name) => drawing.get(name).settings.cidr);

describe('dropping a tier on a VPC', () => {
  it('brings its subnet in every Availability Zone, with free addresses', () => {
    const drawing = drawNetwork(2, ['load-balancing', 'database']);
    expect(cidrs(drawing, 'Load balancing a', 'Load balancing b', 'Database a', 'Database b')).toEqual([
      '10.0.0.0/24',
      '10.0.1.0/24',
      '10.0.2.0/24',
      '10.0.3.0/24',
    ]);
    expect(drawing.get('Load balancing a').settings.exposure).toBe('public');
    expect(drawing.get('Database b').settings.exposure).toBe('isolated');
    expect(drawing.get('Database b').tier).toBe(drawing.get('Database tier').id);
    expect(drawing.get('Database b').parent).toBe(drawing.get('Availability Zone b').id);
  });

  it('makes the tier alone where there is no zone yet', () => {
    const drawing = drawNetwork(0, ['web']);
    expect(drawing.get('Web tier').parent).toBe(drawing.get('VPC').id);
    expect([...drawing.design().elements.values()].some(({ kind }) => kind === 'subnet')).toBe(false);
  });

  it.each([
    ['load-balancing', 'public'],
    ['web', undefined],
    ['app', undefined],
    ['cache', 'isolated'],
    ['database', 'isolated'],
    ['ancillary', undefined],
  ])('gives a %s tier the exposure %s (none stored: private)', (role, exposure) => {
    const drawing = drawNetwork(1, [role]);
    const subnet = [...drawing.design().elements.values()].find(({ kind }) => kind === 'subnet');
    expect(subnet?.settings.exposure).toBe(exposure);
  });

  it('obeys an exposure that was asked for', () => {
    const drawing = drawNetwork(1, []);
    drawing.drop('tier', 'VPC', { settings: { role: 'database', exposure: 'public' } });
    expect(drawing.get('Database a').settings.exposure).toBe('public');
  });

  it('is refused once the VPC has no addresses left, and then adds nothing', () => {
    const drawing = startDrawing();
    drawing.drop('region', null);
    drawing.drop('vpc', 'Region', { settings: { cidr: '10.0.0.0/27' } });
    for (const x of [200, 500, 800]) drawing.drop('availability-zone', 'VPC', { x });
    const message = drawing.refuseDrop('tier', 'VPC');
    expect(message).toMatch(/VPC \(10\.0\.0\.0\/27\) has no free block/);
  });
});

describe('dropping an Availability Zone', () => {
  it('brings the subnet of every tier', () => {
    const drawing = drawNetwork(1, ['web', 'database']);
    drawing.drop('availability-zone', 'VPC', { x: 2000 });
    expect(drawing.get('Availability Zone b').settings.zone).toBe('b');
    expect(drawing.get('Web b').tier).toBe(drawing.get('Web tier').id);
    expect(cidrs(drawing, 'Web b', 'Database b')).toEqual(['10.0.2.0/24', '10.0.3.0/24']);
  });

  it('lets what spans a tier reach into it, unless its zones were chosen', () => {
    const drawing = drawNetwork(2, ['web']);
    const everywhere = drawing.drop('auto-scaling-group', 'Web tier');
    const chosen = drawing.drop('efs', 'Web tier');
    drawing.run((design) => setZones(design, { id: chosen.id, zones: [drawing.get('Availability Zone a').id] }));
    drawing.drop('availability-zone', 'VPC', { x: 2000 });
    expect(drawing.names(drawing.get(everywhere.name).subnets)).toEqual(['Web a', 'Web b', 'Web c']);
    expect(drawing.names(drawing.get('File system').subnets)).toEqual(['Web a']);
  });

  it('takes in what waited on a tier without zones', () => {
    const drawing = drawNetwork(0, ['database']);
    drawing.drop('rds-instance', 'Database tier');
    drawing.drop('availability-zone', 'VPC');
    expect(drawing.names(drawing.get('Database').subnets)).toEqual(['Database a']);
  });

  it('is refused after the third', () => {
    expect(drawNetwork(3, []).refuseDrop('availability-zone', 'VPC')).toMatch(
      /already has the Availability Zones a, b and c/,
    );
  });
});

describe('dropping a service', () => {
  it('puts a spanning service on the subnets of the tier in all zones', () => {
    const drawing = drawNetwork(2, ['web', 'database']);
    const database = drawing.drop('rds-instance', 'Database tier');
    expect(database.parent).toBe(drawing.get('VPC').id);
    expect(database.tier).toBe(drawing.get('Database tier').id);
    expect(drawing.names(database.subnets)).toEqual(['Database a', 'Database b']);
  });

  it('does the same when dropped on one subnet of the tier', () => {
    const drawing = drawNetwork(2, ['web']);
    expect(drawing.names(drawing.drop('auto-scaling-group', 'Web b').subnets)).toEqual(['Web a', 'Web b']);
  });

  it('takes a subnet without tier alone', () => {
    const drawing = drawNetwork(2, []);
    drawing.drop('subnet', 'Availability Zone a');
    const group = drawing.drop('auto-scaling-group', 'Subnet a');
    expect([group.tier, drawing.names(group.subnets)]).toEqual([null, ['Subnet a']]);
  });

  it('finds the tier a drop beside all tiers most likely means', () => {
    const drawing = drawNetwork(2, ['web', 'database']);
    expect(drawing.drop('rds-instance', 'VPC', { x: 8, y: 8 }).tier).toBe(drawing.get('Database tier').id);
  });

  it('sees the tier under the pointer where only the VPC was named', () => {
    const drawing = drawNetwork(2, ['web', 'database']);
    const { x, y } = drawing.get('Web tier').frame;
    expect(drawing.drop('efs', 'VPC', { x: x + 20, y: y + 20 }).tier).toBe(drawing.get('Web tier').id);
  });

  it('puts a zonal service into the subnet, which decides its tier', () => {
    const drawing = drawNetwork(2, ['web']);
    const server = drawing.drop('ec2-instance', 'Web b');
    expect([server.parent, server.tier]).toEqual([drawing.get('Web b').id, drawing.get('Web tier').id]);
    expect(drawing.names([drawing.drop('ec2-instance', 'Web tier').parent ?? ''])).toEqual(['Web a']);
  });

  it('puts a NAT gateway only into a public subnet', () => {
    const drawing = drawNetwork(2, ['load-balancing', 'web']);
    expect(drawing.refuseDrop('nat-gateway', 'Web a')).toBe('A NAT gateway needs a public subnet; Web a is private.');
    expect(drawing.names([drawing.drop('nat-gateway', 'Load balancing tier').parent ?? ''])).toEqual([
      'Load balancing a',
    ]);
  });

  it('gives a VPC one internet gateway', () => {
    const drawing = drawNetwork(1, ['web']);
    expect(drawing.drop('internet-gateway', 'Web a').parent).toBe(drawing.get('VPC').id);
    expect(drawing.refuseDrop('internet-gateway', 'VPC')).toMatch(/can have only one/);
  });

  it('keeps regional services in the Region and global ones on the canvas', () => {
    const drawing = drawNetwork(1, ['web']);
    expect(drawing.drop('s3-bucket', 'Region').parent).toBe(drawing.get('Region').id);
    expect(drawing.drop('cloudfront', null).parent).toBeNull();
    expect(drawing.refuseDrop('s3-bucket', null)).toMatch(/it belongs in a Region/);
    expect(drawing.refuseDrop('s3-bucket', 'Web a')).toMatch(/cannot lie in a Subnet; it belongs in a Region/);
    expect(drawing.refuseDrop('cloudfront', 'Region')).toMatch(/on the canvas/);
  });

  it('says what is missing where a VPC has no subnets', () => {
    const drawing = drawNetwork(1, []);
    expect(drawing.refuseDrop('rds-instance', 'VPC')).toMatch(/VPC has no tier yet: add a tier or a subnet first/);
    drawing.drop('tier', 'VPC', { settings: { role: 'web' } });
    expect(drawing.refuseDrop('rds-instance', 'VPC', { x: 4, y: 4 })).toMatch(/drop it on a tier or a subnet/);
    expect(drawNetwork(0, ['web']).refuseDrop('ec2-instance', 'Web tier')).toMatch(/Add an Availability Zone/);
    expect(drawing.refuseDrop('ec2-instance', 'VPC', { x: 4, y: 4 })).toMatch(/in a subnet/);
  });

  it('gives free names', () => {
    const drawing = drawNetwork(1, ['database']);
    drawing.drop('rds-instance', 'Database tier');
    expect(drawing.drop('rds-instance', 'Database tier').name).toBe('Database 2');
    expect(drawing.drop('rds-instance', 'Database tier', { name: 'Orders' }).name).toBe('Orders');
  });

  it('stores only settings that differ from the defaults, and refuses wrong ones', () => {
    const drawing = drawNetwork(1, ['database']);
    const database = drawing.drop('rds-instance', 'Database tier', { settings: { engine: 'mysql', multiAz: true } });
    expect(database.settings).toEqual({ multiAz: true });
    expect(drawing.refuseDrop('rds-instance', 'Database tier', { settings: { storageGb: 3 } })).toMatch(
      /^Storage of .* cannot be 3/,
    );
  });

  it('lets kinds of the future lie anywhere', () => {
    const drawing = drawNetwork(1, ['web']);
    expect(drawing.drop('robot-arm', 'Web a').parent).toBe(drawing.get('Web a').id);
  });

  it('refuses a container that is gone', () => {
    const drawing = drawNetwork(1, []);
    const { code } = drawing.refusal((design) =>
      addElement(design, { kind: 'note', container: 'gone', at: { x: 0, y: 0 }, newId: drawing.newId }),
    );
    expect(code).toBe('unknown-element');
  });
});

describe('dropping a subnet', () => {
  it('belongs to the tier it was dropped on where the zone lacks its subnet, and brings what spans it', () => {
    const drawing = drawNetwork(2, ['web']);
    drawing.drop('auto-scaling-group', 'Web tier');
    drawing.run((design) => deleteElements(design, { ids: [drawing.get('Web b').id] }));
    const { x } = drawing.get('Availability Zone b').frame;
    const subnet = drawing.drop('subnet', 'Web tier', { x: x + 20, y: 20 });
    expect([subnet.name, subnet.tier]).toEqual(['Web b', drawing.get('Web tier').id]);
    expect(drawing.names(drawing.get('Auto Scaling group').subnets)).toEqual(['Web a', 'Web b']);
  });

  it('stands without tier where the zone has one already', () => {
    const drawing = drawNetwork(1, ['web']);
    const spare = drawing.drop('subnet', 'Web a');
    expect([spare.tier, spare.settings.cidr]).toEqual([null, '10.0.1.0/24']);
  });

  it('needs an Availability Zone', () => {
    expect(drawNetwork(0, []).refuseDrop('subnet', 'VPC')).toMatch(/in an Availability Zone/);
  });
});
