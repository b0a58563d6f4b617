import type { Element, Frame } from '../shared/model/design';

const GAP = 16;
const CARD = { width: 176, height: 72 };
const ZONE_WIDTH = 240;
const GUTTER = 148;
const HEAD = 120;
const ROW_HEAD = 60;

type Frames = Map<string, Frame>;

interface Family {
  of(id: string): readonly Element[];
  ofKind(id: string, kind: string): readonly Element[];
}

function groupByParent(elements: ReadonlyMap<string, Element>): Family {
  const children = new Map<string, Element[]>();
  for (const element of elements.values()) {
    const siblings = children.get(element.parent ?? '') ?? [];
    children.set(element.parent ?? '', [...siblings, element]);
  }
  const of = (id: string): readonly Element[] => children.get(id) ?? [];
  return { of, ofKind: (id, kind) => of(id).filter((child) => child.kind === kind) };
}

/** Zones as columns, tiers as rows, spanning services as bars below one another; answers the size of the VPC. */
function arrangeVpc(frames: Frames, family: Family, vpc: Element): { width: number; height: number } {
  const zones = family.ofKind(vpc.id, 'availability-zone');
  const inner = zones.length * (ZONE_WIDTH + GAP);
  const width = GUTTER + inner + GAP;
  let top = HEAD + ROW_HEAD;
  for (const tier of family.ofKind(vpc.id, 'tier')) {
    const subnets = zones.flatMap((zone) => family.of(zone.id).filter((subnet) => subnet.tier === tier.id));
    let row = ROW_HEAD;
    for (const subnet of subnets)
      for (const [index, service] of family.of(subnet.id).entries()) {
        frames.set(service.id, { x: GAP, y: ROW_HEAD + index * (CARD.height + 12), ...CARD });
        row = Math.max(row, ROW_HEAD + (index + 1) * (CARD.height + 12));
      }
    for (const bar of family.of(vpc.id).filter((service) => service.subnets.length > 0 && service.tier === tier.id)) {
      frames.set(bar.id, { x: GUTTER + 32, y: top + row, width: inner - 80, height: CARD.height });
      row += CARD.height + 12;
    }
    const height = row + GAP;
    for (const subnet of subnets) frames.set(subnet.id, { x: GAP, y: top - HEAD, width: ZONE_WIDTH - 2 * GAP, height });
    frames.set(tier.id, { x: 8, y: top - 8, width: width - GAP, height: height + GAP });
    top += height + 2 * GAP;
  }
  for (const [index, zone] of zones.entries())
    frames.set(zone.id, { x: GUTTER + index * (ZONE_WIDTH + GAP), y: HEAD, width: ZONE_WIDTH, height: top - HEAD });
  for (const gateway of family.ofKind(vpc.id, 'internet-gateway'))
    frames.set(gateway.id, { x: width - CARD.width - GAP, y: 36, ...CARD });
  return { width, height: top + GAP };
}

/** Gives generated elements the places that a person would: VPCs side by side, what lies outside of them in rows below. */
export function arrangeGenerated(elements: ReadonlyMap<string, Element>): Map<string, Element> {
  const frames: Frames = new Map();
  const family = groupByParent(elements);
  let x = 32;
  let bottom = 0;
  for (const vpc of family.ofKind('region', 'vpc')) {
    const size = arrangeVpc(frames, family, vpc);
    frames.set(vpc.id, { x, y: 56, ...size });
    x += size.width + 32;
    bottom = Math.max(bottom, 56 + size.height);
  }
  const loose = family.of('region').filter(({ kind }) => kind !== 'vpc');
  const columns = Math.max(1, Math.floor((x - 32) / (CARD.width + GAP)));
  for (const [index, service] of loose.entries())
    frames.set(service.id, {
      x: 32 + (index % columns) * (CARD.width + GAP),
      y: bottom + 32 + Math.floor(index / columns) * (CARD.height + GAP),
      ...CARD,
    });
  const rows = Math.ceil(loose.length / columns);
  frames.set('region', { x: 0, y: 0, width: x, height: bottom + 64 + rows * (CARD.height + GAP) });
  frames.set('users', { x: -240, y: 200, ...CARD });
  return new Map([...elements].map(([id, element]) => [id, { ...element, frame: frames.get(id) ?? element.frame }]));
}
