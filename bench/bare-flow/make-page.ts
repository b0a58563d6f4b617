import { mkdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { build } from 'esbuild';
import { definitionOf } from '../../shared/catalog/catalog';
import type { Design, Element } from '../../shared/model/design';

const BOXES: ReadonlySet<string> = new Set(['region', 'vpc', 'availability-zone', 'subnet', 'group']);

/** React Flow wants parents before their children. */
function parentsFirst(elements: ReadonlyMap<string, Element>): Element[] {
  const depthOf = (element: Element): number => {
    const parent = element.parent === null ? undefined : elements.get(element.parent);
    return parent ? depthOf(parent) + 1 : 0;
  };
  return [...elements.values()]
    .filter(({ kind }) => kind !== 'tier')
    .map((element) => ({ element, depth: depthOf(element) }))
    .sort((a, b) => a.depth - b.depth)
    .map(({ element }) => element);
}

const toNode = ({ id, kind, name, parent, frame }: Element, index: number) => ({
  id,
  type: BOXES.has(kind) ? 'container' : 'service',
  ...(parent !== null && { parentId: parent }),
  position: { x: frame.x, y: frame.y },
  width: frame.width,
  height: frame.height,
  handles: [
    { type: 'source', position: 'right', x: frame.width, y: frame.height / 2 },
    { type: 'target', position: 'left', x: 0, y: frame.height / 2 },
  ],
  data: { name: definitionOf(kind)?.title ?? name, cost: '$123.45/mo', faults: index % 5 === 0 ? 2 : 0 },
});

/** Writes a page into `folder` that draws the same elements and connections with React Flow alone. */
export async function makeBarePage(design: Design, folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  const nodes = parentsFirst(design.elements).map(toNode);
  const edges = [...design.connections.values()].map(({ id, from, to }) => ({
    id,
    source: from,
    target: to,
    type: 'smoothstep',
  }));
  await build({
    entryPoints: [resolve(import.meta.dirname, 'page.tsx')],
    outfile: join(folder, 'page.js'),
    bundle: true,
    minify: true,
    format: 'iife',
    jsx: 'automatic',
    define: { 'process.env.NODE_ENV': '"production"', DRAWING: 'globalThis.DRAWING' },
    logLevel: 'warning',
  });
  await writeFile(join(folder, 'drawing.js'), `globalThis.DRAWING = ${JSON.stringify({ nodes, edges })};`);
  const html =
    '<!doctype html><meta charset="utf-8"><link rel="stylesheet" href="page.css"><div id="root"></div><script src="drawing.js"></script><script src="page.js"></script>';
  await writeFile(join(folder, 'index.html'), html);
}
