import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const source = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8');

/** The declarations of one block, in the order in which the cascade applies the media queries. */
const declarations = (condition: string | undefined): Record<string, string> => {
  const head = condition === undefined ? /^:root \{([^}]*)\}/m : undefined;
  const start = condition === undefined ? 0 : source.indexOf(`@media ${condition} {`);
  expect(start, `no block for ${condition}`).toBeGreaterThanOrEqual(0);
  const body = head ? head.exec(source)?.[1] : /:root \{([^}]*)\}/.exec(source.slice(start))?.[1];
  const found: Record<string, string> = {};
  for (const [, name, value] of (body ?? '').matchAll(/--([a-z0-9-]+):\s*([^;]+);/g)) {
    if (name !== undefined && value !== undefined) found[name] = value.trim();
  }
  return found;
};

const light = declarations(undefined);
const dark = declarations('(prefers-color-scheme: dark)');
const more = declarations('(prefers-contrast: more)');
const moreDark = declarations('(prefers-contrast: more) and (prefers-color-scheme: dark)');
const themes = {
  light,
  dark: { ...light, ...dark },
  'high contrast light': { ...light, ...more },
  'high contrast dark': { ...light, ...dark, ...more, ...moreDark },
};

type Rgb = [number, number, number];

const rgb = (hex: string | undefined): Rgb => {
  const match = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/.exec(hex ?? '');
  if (!match) throw new Error(`not a plain colour: ${hex}`);
  return [
    Number.parseInt(match[1] ?? '', 16),
    Number.parseInt(match[2] ?? '', 16),
    Number.parseInt(match[3] ?? '', 16),
  ];
};

/** WCAG 2.2 relative luminance. */
const luminance = ([r, g, b]: Rgb): number => {
  const channel = (value: number) =>
    value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4;
  return 0.2126 * channel(r) + 0.7152 * channel(g) + 0.0722 * channel(b);
};

const contrast = (a: Rgb, b: Rgb): number => {
  const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return ((high ?? 0) + 0.05) / ((low ?? 0) + 0.05);
};

const mix = (top: Rgb, under: Rgb, share: number): Rgb => [
  top[0] * share + under[0] * (1 - share),
  top[1] * share + under[1] * (1 - share),
  top[2] * share + under[2] * (1 - share),
];

const grounds = ['paper', 'canvas', 'field', 'hover', 'selected'];
const textPairs: [string, string][] = [
  ...grounds.flatMap((ground): [string, string][] => [
    ['ink', ground],
    ['ink-muted', ground],
  ]),
  ['ink', 'pressed'],
  ...['error', 'warning', 'info', 'ok'].flatMap((tone): [string, string][] => [
    [tone, 'paper'],
    [tone, 'canvas'],
    [tone, `${tone}-soft`],
    ['ink', `${tone}-soft`],
    ['ink-muted', `${tone}-soft`],
  ]),
  ...['key', 'string', 'value', 'keyword', 'type'].flatMap((kind): [string, string][] =>
    ['canvas', 'hover', 'selected'].map((ground) => [`code-${kind}`, ground]),
  ),
  ['ink', 'ok-soft'],
  ['ink', 'error-soft'],
  ['accent', 'paper'],
  ['accent', 'selected'],
  ['on-accent', 'accent'],
  ['on-accent', 'accent-hover'],
  ['on-tooltip', 'tooltip'],
];
const graphicPairs: [string, string][] = [
  ['line-strong', 'paper'],
  ['line-strong', 'canvas'],
  ['accent', 'canvas'],
  ['connection', 'canvas'],
  ['connection', 'paper'],
];
const groups = ['cloud', 'region', 'vpc', 'zone', 'public', 'private', 'isolated', 'scaling', 'security', 'corporate'];

describe.each(Object.entries(themes))('%s tokens', (name, theme) => {
  const high = name.startsWith('high');
  it.each(textPairs)('text: %s on %s is readable', (ink, ground) => {
    expect(contrast(rgb(theme[ink]), rgb(theme[ground]))).toBeGreaterThanOrEqual(4.5);
  });
  it.each(graphicPairs)('graphics: %s on %s is visible', (ink, ground) => {
    expect(contrast(rgb(theme[ink]), rgb(theme[ground]))).toBeGreaterThanOrEqual(3);
  });
  it.each(groups)('the outline of %s is visible on the canvas, on paper and on its own fill', (group) => {
    const line = rgb(theme[`aws-${group}-line`]);
    const share = Number.parseFloat(theme['group-fill'] ?? '') / 100;
    expect(share).toBeLessThan(0.08);
    for (const ground of [rgb(theme.canvas), rgb(theme.paper)]) {
      expect(contrast(line, ground)).toBeGreaterThanOrEqual(3);
      expect(contrast(line, mix(rgb(theme[`aws-${group}`]), ground, share))).toBeGreaterThanOrEqual(3);
    }
  });
  it('reaches 7:1 for text where high contrast was asked for', () => {
    const least = high ? 7 : 4.5;
    for (const tone of ['ink', 'ink-muted', 'error', 'warning', 'info', 'ok']) {
      expect(contrast(rgb(theme[tone]), rgb(theme.paper))).toBeGreaterThanOrEqual(least);
    }
  });
});

it('computes the contrast that WCAG states for black on white', () => {
  expect(contrast([0, 0, 0], [255, 255, 255])).toBeCloseTo(21, 5);
});
