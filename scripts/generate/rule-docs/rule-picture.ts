import { coloursOf, type PictureColours } from '../../../exporters/picture/colours';
import { writePicture } from '../../../exporters/picture/picture';
import { breakLines, escapeXml } from '../../../exporters/picture/text';
import { arrangeDesign } from '../../../shared/layout/arrange/arrange';
import { fitDesign } from '../../../shared/layout/fit';
import type { Design } from '../../../shared/model/design';
import { applyDiff, type DesignDiff } from '../../../shared/model/diff';
import { placeWithElk } from '../../../shared/testing/place-with-elk';
import { tellDifferences } from './differences';

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

/** Everything at its place, as the app would arrange it. */
async function layOut(design: Design): Promise<Design> {
  const fitted = apply(design, fitDesign(design));
  const arranged = apply(fitted, await arrangeDesign(fitted, { ids: null, anew: true }, placeWithElk));
  return apply(arranged, fitDesign(arranged));
}

interface Side {
  readonly title: string;
  readonly colour: string;
  readonly design: Design;
  readonly notes: readonly string[];
}

function captionOf(notes: readonly string[]): string[] {
  const lines = notes.flatMap((note) => breakLines(note, TEXT, WIDTH, 2));
  return lines.length > MOST_LINES ? [...lines.slice(0, MOST_LINES - 1), '…'] : lines;
}

async function drawSide({ title, colour, design, notes }: Side, x: number, colours: PictureColours) {
  const picture = writePicture(await layOut(design), { theme: 'light', detail: 'full', iconFor: () => undefined });
  const { svg = '', width = 1, height = 1 } = picture ?? {};
  const scale = Math.min(WIDTH / width, TALLEST / height, 1);
  const box = { width: Math.round(width * scale), height: Math.round(height * scale) };
  const inner = svg.replace(
    / width="[\d.]+" height="[\d.]+"/,
    ` x="${x}" y="${GAP}" width="${box.width}" height="${box.height}"`,
  );
  const lines = captionOf(notes).map(
    (line, index) =>
      `<text x="${x}" y="${GAP + box.height + LINE * (index + 1)}" font-size="${TEXT}" fill="${colours.ink}">${escapeXml(line)}</text>`,
  );
  return {
    height: GAP + box.height + lines.length * LINE + 8,
    text: `<text x="${x}" y="15" font-size="13" font-weight="600" fill="${colour}">${title}</text>${inner.trim()}${lines.join('')}`,
  };
}

/** The bad design beside the good one, with what is set otherwise below each. */
export async function drawPair(id: string, bad: Design, good: Design): Promise<string> {
  const colours = coloursOf('light');
  const sides = [
    await drawSide({ title: '✗ Found', colour: '#d1293d', design: bad, notes: tellDifferences(bad, good) }, 0, colours),
    await drawSide(
      { title: '✓ Passes', colour: '#15803d', design: good, notes: tellDifferences(good, bad) },
      WIDTH + GAP,
      colours,
    ),
  ];
  const height = Math.max(...sides.map((side) => side.height));
  const width = 2 * WIDTH + GAP;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="Inter, system-ui, sans-serif" role="img">`,
    `<title>${id}: a design in which it is found, and one that passes</title>`,
    `<rect width="${width}" height="${height}" fill="#ffffff"/>`,
    ...sides.map(({ text }) => text),
    '</svg>\n',
  ].join('');
}
