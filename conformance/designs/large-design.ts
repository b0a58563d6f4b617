import type { Design } from '../../shared/model/design';

/** A design several times over in one Region, as a company draws its many teams. */
export function severalOf(design: Design, count: number): Design {
  const isShared = (id: string | null): boolean => id === null || design.elements.get(id)?.kind === 'region';
  const copies = Array.from({ length: count }, (_, index) => {
    const rename = (id: string): string => (isShared(id) ? id : `team${index}-${id}`);
    const elements = [...design.elements.values()].map((element) => ({
      ...element,
      id: rename(element.id),
      parent: element.parent === null ? null : rename(element.parent),
      tier: element.tier === null ? null : rename(element.tier),
      subnets: element.subnets.map(rename),
    }));
    const connections = [...design.connections.values()].map((connection) => ({
      ...connection,
      id: `team${index}-${connection.id}`,
      from: rename(connection.from),
      to: rename(connection.to),
    }));
    return { elements, connections };
  });
  return {
    header: design.header,
    elements: new Map(copies.flatMap(({ elements }) => elements.map((element) => [element.id, element]))),
    connections: new Map(copies.flatMap(({ connections }) => connections.map((entry) => [entry.id, entry]))),
  };
}
