import { definitionOf, isActorKind } from '../../shared/catalog/catalog';
import { kinds } from '../../shared/catalog/services';
import type { Element, Frame } from '../../shared/model/design';
import type { PictureColours } from './colours';
import type { Box } from './layout';
import { breakLines, cutToFit, escapeXml, measurePlain } from './text';

/** How a picture is drawn; see `writePicture`. */
export interface Pen {
  readonly colours: PictureColours;
  /** Symbols and colours only, for a picture too small to read. */
  readonly isSmall: boolean;
  /** Draws the icon of that name; nothing where there is no picture of it. */
  icon(name: string, at: { readonly x: number; readonly y: number; readonly size: number }): string;
  /** Such as `$12.34/mo`; undefined where nothing is paid for. */
  costOf(id: string): string | undefined;
  /** How many things a collapsed container stands for, where that is known. */
  partsOf(id: string): number | undefined;
}

const round = (value: number): number => Math.round(value * 10) / 10;

const rectTag = ({ x, y, width, height }: Frame, attributes: string): string =>
  `<rect x="${round(x)}" y="${round(y)}" width="${round(width)}" height="${round(height)}" ${attributes}/>`;

interface TextStyle {
  readonly size: number;
  readonly fill: string;
  readonly bold?: boolean;
  readonly anchor?: 'middle' | 'end';
}

const textTag = (text: string, x: number, y: number, { size, fill, bold, anchor }: TextStyle): string =>
  text === ''
    ? ''
    : `<text x="${round(x)}" y="${round(y)}" font-size="${size}" fill="${fill}"${bold ? ' font-weight="600"' : ''}${anchor ? ` text-anchor="${anchor}"` : ''}>${escapeXml(text)}</text>`;

const DASHES: Readonly<Record<string, string>> = { region: '2 3', zone: '6 4', group: '6 4' };

const tintOf = ({ kind, settings }: Element): string =>
  kind === 'subnet' ? kinds.subnet.read(settings).exposure : kind === 'availability-zone' ? 'zone' : kind;

const containerIcon = (tint: string, kind: string): string =>
  tint === 'public' ? 'architecture-group/Publicsubnet' : (definitionOf(kind)?.icon ?? '');

function drawContainer({ element, rect }: Box, { colours, isSmall, icon }: Pen): string {
  const { kind, name } = element;
  const tint = tintOf(element);
  const group = colours.groups[tint] ?? { line: colours.line, fill: 'none' };
  const dash = DASHES[tint] ? ` stroke-dasharray="${DASHES[tint]}"` : '';
  const width = isSmall ? 3 : tint === 'region' ? 1.5 : 1;
  const box = rectTag(rect, `fill="${group.fill}" stroke="${group.line}" stroke-width="${width}"${dash}`);
  if (isSmall) return box;
  const corner = { x: rect.x, y: rect.y, size: kind === 'subnet' ? 16 : 20 };
  const symbol = icon(containerIcon(tint, kind), corner);
  const size = symbol === '' ? 2 : corner.size;
  const headline = definitionOf(kind)?.headline(element.settings) ?? '';
  const start = rect.x + size + 6;
  const baseline = rect.y + (kind === 'subnet' || kind === 'availability-zone' ? 16 : 18);
  const title = cutToFit(name, 12, rect.width - size - 14);
  const beside = start + measurePlain(title, 12) + 8;
  const detail = headline === name ? '' : headline;
  // At the right edge of a subnet: lines mostly come down in its middle.
  const right = rect.x + rect.width - 8;
  const fits = detail !== '' && beside + measurePlain(detail, 11) < right;
  const place = kind === 'subnet' ? ({ x: right, anchor: 'end' } as const) : { x: beside };
  return [
    box,
    symbol,
    textTag(title, start, baseline, { size: 12, fill: colours.ink, bold: true }),
    fits
      ? textTag(detail, place.x, baseline, {
          size: 11,
          fill: colours.muted,
          ...('anchor' in place ? { anchor: place.anchor } : {}),
        })
      : '',
  ].join('');
}

function drawTier({ element, rect }: Box, { colours, isSmall }: Pen): string {
  const band = rectTag(rect, `fill="${colours.band}"`);
  if (isSmall) return band;
  const lines = breakLines(element.name, 12, 108, 2);
  const style = { size: 12, fill: colours.ink, bold: true };
  return band + lines.map((line, index) => textTag(line, rect.x + 12, rect.y + 24 + index * 16, style)).join('');
}

function drawNote({ element, rect }: Box, { colours, isSmall }: Pen): string {
  const { line, fill } = colours.note;
  const card = rectTag(rect, `rx="4" fill="${fill}" stroke="${line}"`);
  if (isSmall) return card;
  const rows = Math.max(1, Math.floor((rect.height - 16) / 17));
  const lines = kinds.note
    .read(element.settings)
    .text.split('\n')
    .flatMap((text) => breakLines(text, 12, rect.width - 24, rows));
  const style = { size: 12, fill: colours.ink };
  return (
    card +
    lines
      .slice(0, rows)
      .map((text, index) => textTag(text, rect.x + 12, rect.y + 20 + index * 17, style))
      .join('')
  );
}

/** Icon and nothing else, as large as the box takes. */
function drawSymbol({ element, rect }: Box, { colours, icon }: Pen): string {
  const size = Math.min(rect.height - 12, rect.width - 12, 64);
  const at = { x: rect.x + (rect.width - size) / 2, y: rect.y + (rect.height - size) / 2, size };
  const card = isActorKind(element.kind)
    ? ''
    : rectTag(rect, `rx="12" fill="${colours.paper}" stroke="${colours.line}" stroke-width="2"`);
  return card + icon(definitionOf(element.kind)?.icon ?? '', at);
}

function drawActor({ element, rect }: Box, { colours, icon }: Pen): string {
  const middle = rect.x + rect.width / 2;
  const name = cutToFit(element.name, 12, rect.width - 8);
  const style = { size: 12, fill: colours.ink, bold: true, anchor: 'middle' } as const;
  return (
    rectTag(rect, `rx="8" fill="${colours.paper}" stroke="${colours.line}"`) +
    icon(definitionOf(element.kind)?.icon ?? '', { x: middle - 16, y: rect.y + 8, size: 32 }) +
    textTag(name, middle, rect.y + 56, style)
  );
}

function drawService({ element, rect }: Box, pen: Pen): string {
  const { colours, icon, costOf } = pen;
  const definition = definitionOf(element.kind);
  const room = rect.width - 64;
  const isBar = rect.width > 200;
  const names = breakLines(element.name, 12, room, isBar ? 1 : 2);
  const headline = definition?.headline(element.settings) ?? `Unknown kind ${element.kind}`;
  const detail = headline === element.name ? '' : cutToFit(headline, 11, room / 0.92);
  // A name of two lines stands closer, so that the setting under it keeps clear of the cost.
  const [first, step] = names.length === 2 ? [17, 15] : [20, 16];
  const top = rect.y + first;
  const dash = definition ? '' : ' stroke-dasharray="6 4"';
  return [
    rectTag(rect, `rx="8" fill="${colours.paper}" stroke="${colours.line}"${dash}`),
    icon(definition?.icon ?? '', { x: rect.x + 8, y: rect.y + 8, size: 40 }),
    ...names.map((name, index) =>
      textTag(name, rect.x + 56, top + index * step, { size: 12, fill: colours.ink, bold: true }),
    ),
    textTag(detail, rect.x + 56, top + names.length * step - 1, { size: 11, fill: colours.muted }),
    textTag(costOf(element.id) ?? '', rect.x + rect.width - 8, rect.y + rect.height - 8, {
      size: 11,
      fill: colours.muted,
      anchor: 'end',
    }),
  ].join('');
}

/** A container as one box in its own colour, saying how much it holds. */
function drawCollapsed({ element, rect }: Box, { colours, isSmall, icon, costOf, partsOf }: Pen): string {
  const tint = tintOf(element);
  const line = colours.groups[tint]?.line ?? colours.line;
  const card = rectTag(rect, `rx="8" fill="${colours.paper}" stroke="${line}" stroke-width="${isSmall ? 3 : 1.5}"`);
  const symbol = icon(containerIcon(tint, element.kind), { x: rect.x + 8, y: rect.y + 8, size: 32 });
  if (isSmall) return card + symbol;
  const names = breakLines(element.name, 12, rect.width - 56, 2);
  const parts = partsOf(element.id);
  const words = parts === undefined ? '' : parts === 1 ? '1 part' : `${parts} parts`;
  const bold = { size: 12, fill: colours.ink, bold: true };
  const quiet = { size: 11, fill: colours.muted };
  const bottom = rect.y + rect.height - 8;
  return [
    card,
    symbol,
    ...names.map((name, index) => textTag(name, rect.x + 48, rect.y + 20 + index * 16, bold)),
    textTag(words, rect.x + 48, rect.y + 19 + names.length * 16, quiet),
    textTag(costOf(element.id) ?? '', rect.x + rect.width - 8, bottom, { ...quiet, anchor: 'end' }),
  ].join('');
}

/** One element as SVG. */
export function drawBox(box: Box, pen: Pen): string {
  const { kind, collapsed } = box.element;
  if (collapsed) return drawCollapsed(box, pen);
  if (kind === 'tier') return drawTier(box, pen);
  if (kind === 'note') return drawNote(box, pen);
  if (definitionOf(kind)?.scope === 'container') return drawContainer(box, pen);
  if (pen.isSmall) return drawSymbol(box, pen);
  return isActorKind(kind) ? drawActor(box, pen) : drawService(box, pen);
}
