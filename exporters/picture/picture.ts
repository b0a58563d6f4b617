import { connectionMeanings, isConnectionKind } from '../../shared/catalog/connections';
import type { Connection, Design, Frame } from '../../shared/model/design';
import { coloursOf, type PictureColours, type PictureTheme } from './colours';
import { drawBox, type Pen } from './draw-boxes';
import { type Box, boundsOf, isGround, placeBoxes } from './layout';
import { escapeXml } from './text';

/** Two SVG paths: the line, and the head at its end. */
export interface DrawnLine {
  readonly line: string;
  readonly head: string;
}

export interface PictureOptions {
  readonly theme: PictureTheme;
  /** `small`: symbols and colours only, for a picture too small to read. */
  readonly detail: 'full' | 'small';
  /** Data address of an icon of the catalog (`folder/Name`); undefined where there is none. */
  iconFor(name: string): string | undefined;
  /** How a connection runs on the canvas; a straight line where it is not known. */
  lineOf?(id: string): DrawnLine | undefined;
  /** How many things a collapsed container stands for. */
  partsOf?(id: string): number;
  /** What an element costs, in words. */
  costOf?(id: string): string | undefined;
}

export interface Picture {
  readonly svg: string;
  readonly width: number;
  readonly height: number;
}

const MARGIN = 24;
const FONT = "Inter, system-ui, 'Segoe UI', Roboto, Helvetica, Arial, sans-serif";

/** AWS draws these in one dark ink, which would not show on a dark ground. */
const INKED: ReadonlySet<string> = new Set(['resource/Users']);

/** Each icon is written once and referred to where it shows. */
class IconSheet {
  private readonly ids = new Map<string, string>();
  private readonly parts: string[] = [];

  constructor(
    private readonly iconFor: PictureOptions['iconFor'],
    private readonly theme: PictureTheme,
  ) {}

  draw(name: string, { x, y, size }: { readonly x: number; readonly y: number; readonly size: number }): string {
    const id = this.idOf(name);
    const scale = Math.round((size / 48) * 1000) / 1000;
    return id === '' ? '' : `<use href="#${id}" transform="translate(${x} ${y}) scale(${scale})"/>`;
  }

  get definitions(): string {
    return this.parts.length === 0 ? '' : `<defs>${this.parts.join('')}</defs>`;
  }

  private idOf(name: string): string {
    const known = this.ids.get(name);
    if (known !== undefined) return known;
    const address = this.iconFor(name);
    const id = address === undefined ? '' : `icon-${this.ids.size}`;
    this.ids.set(name, id);
    const invert = this.theme === 'dark' && INKED.has(name) ? ' style="filter:invert(1)"' : '';
    if (address !== undefined)
      this.parts.push(`<image id="${id}" width="48" height="48" href="${escapeXml(address)}"${invert}/>`);
    return id;
  }
}

const centreOf = ({ x, y, width, height }: Frame) => ({ x: x + width / 2, y: y + height / 2 });

const straightLine = (from: Frame, to: Frame): DrawnLine => {
  const [start, end] = [centreOf(from), centreOf(to)];
  return { line: `M${start.x},${start.y}L${end.x},${end.y}`, head: '' };
};

const STROKES: Readonly<Record<string, string>> = {
  solid: 'stroke-width="1.5"',
  dashed: 'stroke-width="1.5" stroke-dasharray="6 5"',
  dotted: 'stroke-width="2.25" stroke-dasharray="0.1 5" stroke-linecap="round"',
  double: 'stroke-width="4.5"',
};

function drawConnection({ kind }: Connection, drawn: DrawnLine, colours: PictureColours, isSmall: boolean): string {
  const line = isConnectionKind(kind) ? connectionMeanings[kind].line : 'solid';
  const stroke = isSmall ? 'stroke-width="3"' : (STROKES[line] ?? '');
  const base = `<path d="${drawn.line}" fill="none" stroke="${colours.connection}" ${stroke}/>`;
  const gap =
    line === 'double' && !isSmall
      ? `<path d="${drawn.line}" fill="none" stroke="${colours.ground}" stroke-width="1.5"/>`
      : '';
  return base + gap + (drawn.head === '' ? '' : `<path d="${drawn.head}" fill="${colours.connection}"/>`);
}

function drawConnections(design: Design, boxes: readonly Box[], options: PictureOptions): string {
  const rects = new Map(boxes.map(({ element, rect }) => [element.id, rect]));
  const colours = coloursOf(options.theme);
  const parts: string[] = [];
  for (const connection of design.connections.values()) {
    const [from, to] = [rects.get(connection.from), rects.get(connection.to)];
    const drawn = options.lineOf?.(connection.id) ?? (from && to ? straightLine(from, to) : undefined);
    if (drawn) parts.push(drawConnection(connection, drawn, colours, options.detail === 'small'));
  }
  return parts.join('');
}

/**
 * The drawing as one SVG document that needs nothing beside it: no fonts, no files, no scripts. Names are text, whatever they hold.
 * Null where there is nothing to draw.
 */
export function writePicture(design: Design, options: PictureOptions): Picture | null {
  const boxes = placeBoxes(design);
  const bounds = boundsOf(boxes, MARGIN);
  if (!bounds) return null;
  const colours = coloursOf(options.theme);
  const icons = new IconSheet(options.iconFor, options.theme);
  const pen: Pen = {
    colours,
    isSmall: options.detail === 'small',
    icon: (name, at) => icons.draw(name, at),
    costOf: (id) => options.costOf?.(id),
    partsOf: (id) => options.partsOf?.(id),
  };
  const ground = boxes.filter(({ element }) => isGround(element)).map((box) => drawBox(box, pen));
  const lines = drawConnections(design, boxes, options);
  const rest = boxes.filter(({ element }) => !isGround(element)).map((box) => drawBox(box, pen));
  const { x, y, width, height } = bounds;
  const svg = [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="${x} ${y} ${width} ${height}" font-family="${FONT}" role="img">`,
    `<title>${escapeXml(design.header.name.slice(0, 300))}</title>`,
    icons.definitions,
    `<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="${colours.ground}"/>`,
    ...ground,
    lines,
    ...rest,
    '</svg>\n',
  ].join('');
  return { svg, width, height };
}
