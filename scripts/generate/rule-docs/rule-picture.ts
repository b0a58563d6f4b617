import { coloursOf, type PictureColours } from '../../../exporters/picture/colours';
import { type Box, placeBoxes } from '../../../exporters/picture/layout';
import { writePicture } from '../../../exporters/picture/picture';
import { breakLines, escapeXml } from '../../../exporters/picture/text';
import { kinds } from '../../../shared/catalog/services';
import { arrangeDesign } from '../../../shared/layout/arrange/arrange';
import { fitDesign } from '../../../shared/layout/fit';
import type { Design } from '../../../shared/model/design';
import { applyDiff, type DesignDiff } from '../../../shared/model/diff';
import { placeWithElk } from '../../../shared/testing/place-with-elk';
import { tellDifferences } from './differences';
import { findIcon, SharedIcons } from './shared-icons';
import { linesBetween } from './straight-lines';

const WIDTH = 440;
const TALLEST = 400;
const GAP = 24;
const TEXT = 13;
const LINE = 18;
const MOST_LINES = 5;

function apply(design: Design, diff: DesignDiff): Design {
  const applied = applyDiff(design, diff);
  if (!applied.ok) throw new Error(applied.error.message);
  return applied.value;
}

/** From where requests come in to where data lie. */
const TIERS = ['load-balancing', 'web', 'app', 'cache', 'database', 'ancillary'];

/** Tiers from the top in the order that requests take; examples say nothing of where things are. */
function stackTiers(design: Design): Design {
  const elements = new Map(design.elements);
  for (const [id, element] of elements) {
    if (element.kind !== 'tier') continue;
    const y = 1000 * TIERS.indexOf(kinds.tier.read(element.settings).role);
    elements.set(id, { ...element, frame: { ...element.frame, y } });
  }
  return { ...design, elements };
}

/** Everything at its place, as the app would arrange it. */
async function layOut(unplaced: Design): Promise<Design> {
  const design = stackTiers(unplaced);
  const fitted = apply(design, fitDesign(design));
  const arranged = apply(fitted, await arrangeDesign(fitted, { ids: null, anew: true }, placeWithElk));
  return apply(arranged, fitDesign(arranged));
}

interface Side {
  readonly title: string;
  readonly colour: string;
  readonly design: Design;
  readonly notes: readonly string[];
  /** Ids of what the finding is about. */
  readonly marked: ReadonlySet<string>;
}

/** A frame around each of them; a Region that stands for what lies in it needs none beside that. */
function drawMarks(boxes: readonly Box[], marked: ReadonlySet<string>, colour: string): string {
  const found = boxes.filter(({ element }) => marked.has(element.id));
  const inside = found.filter(({ element }) => element.kind !== 'region');
  return (inside.length > 0 ? inside : found)
    .map(({ rect: { x, y, width, height } }) => {
      const place = `x="${x - 4}" y="${y - 4}" width="${width + 8}" height="${height + 8}"`;
      return `<rect ${place} rx="8" fill="none" stroke="${colour}" stroke-width="3"/>`;
    })
    .join('');
}

function captionOf(notes: readonly string[]): string[] {
  const lines = notes.flatMap((note) => breakLines(note, TEXT, WIDTH, 2));
  return lines.length > MOST_LINES ? [...lines.slice(0, MOST_LINES - 1), '…'] : lines;
}

async function drawSide(side: Side, x: number, colours: PictureColours, icons: SharedIcons) {
  const { title, colour, design, notes, marked } = side;
  const placed = await layOut(design);
  const boxes = placeBoxes(placed);
  const picture = writePicture(placed, {
    theme: 'light',
    detail: 'full',
    iconFor: findIcon,
    lineOf: linesBetween(placed, boxes),
  });
  const { svg = '', width = 1, height = 1 } = picture ?? {};
  const scale = Math.min(WIDTH / width, TALLEST / height, 1);
  const box = { width: Math.round(width * scale), height: Math.round(height * scale) };
  const inner = icons
    .share(svg)
    .replace(/ width="[\d.]+" height="[\d.]+"/, ` x="${x}" y="${GAP}" width="${box.width}" height="${box.height}"`)
    .replace(/<\/svg>\s*$/, `${drawMarks(boxes, marked, colour)}</svg>`);
  const lines = captionOf(notes).map(
    (line, index) =>
      `<text x="${x}" y="${GAP + box.height + LINE * (index + 1)}" font-size="${TEXT}" fill="${colours.ink}">${escapeXml(line)}</text>`,
  );
  return {
    height: GAP + box.height + lines.length * LINE + 8,
    text: `<text x="${x}" y="15" font-size="13" font-weight="600" fill="${colour}">${title}</text>${inner.trim()}${lines.join('')}`,
  };
}

/** The bad design, with a frame around what is wrong, beside the good one; what is set otherwise below each. */
export async function drawPair(id: string, bad: Design, good: Design, marked: ReadonlySet<string>): Promise<string> {
  const colours = coloursOf('light');
  const icons = new SharedIcons();
  const sides = [
    await drawSide(
      { title: '✗ Found', colour: '#d1293d', design: bad, notes: tellDifferences(bad, good), marked },
      0,
      colours,
      icons,
    ),
    await drawSide(
      { title: '✓ Passes', colour: '#15803d', design: good, notes: tellDifferences(good, bad), marked: new Set() },
      WIDTH + GAP,
      colours,
      icons,
    ),
  ];
  const height = Math.max(...sides.map((side) => side.height));
  const width = 2 * WIDTH + GAP;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="Inter, system-ui, sans-serif" role="img">`,
    `<title>${id}: a design in which it is found, and one that passes</title>`,
    `<rect width="${width}" height="${height}" fill="#ffffff"/>`,
    icons.definitions,
    ...sides.map(({ text }) => text),
    '</svg>\n',
  ].join('');
}
