import { describe, expect, it } from 'vitest';
import { emptyDesign } from '../../shared/model/design';
import { draftOf } from '../../shared/model/draft';
import { buildNetwork } from '../../shared/testing/builder';
import { type PictureOptions, writePicture } from './picture';
import { breakLines, cutToFit } from './text';

const options: PictureOptions = {
  theme: 'light',
  detail: 'full',
  iconFor: (name) => (name.startsWith('lucide/') ? undefined : `data:image/svg+xml,${encodeURIComponent(name)}`),
};

const draw = (name = 'Orders', change: Partial<PictureOptions> = {}) => {
  const design = buildNetwork(['a', 'b'], { database: 'isolated' })
    .add('db', 'rds-instance', { parent: 'vpc', tier: 'tier-database', subnets: ['database-a', 'database-b'], name })
    .add('note', 'note', { parent: null, settings: { text: 'first\nsecond' } })
    .build();
  return writePicture(design, { ...options, ...change })?.svg ?? '';
};

describe('a picture', () => {
  it('has nothing to show of an empty design', () => {
    expect(writePicture(emptyDesign(), options)).toBeNull();
  });

  it('names what is drawn, with the setting that matters and the price', () => {
    const svg = draw('Orders', { costOf: (id) => (id === 'db' ? '$12.34/mo' : undefined) });
    expect(svg).toContain('>Orders</text>');
    expect(svg).toContain('db.t4g.medium');
    expect(svg).toContain('>$12.34/mo</text>');
    expect(svg).toContain('>second</text>');
  });

  it('holds names as text whatever they are, and long ones cut', () => {
    const svg = draw(`<script>alert("1")</script>\u0000\ud800&`);
    expect(svg).not.toContain('<script');
    expect(svg).toContain('&lt;script&gt;');
    expect(svg).not.toContain('\u0000');
    expect(draw('x'.repeat(10_000)).length).toBeLessThan(draw('x').length + 1000);
  });

  it('shows a collapsed container as one box that says how much it holds', () => {
    const open = buildNetwork(['a'], { web: 'public' }).add('web', 'ec2-instance', { parent: 'web-a', name: 'Hidden' });
    const draft = draftOf(open.build());
    draft.patchElement('vpc', { collapsed: true, name: 'Shut' });
    const svg = writePicture(draft.design(), { ...options, partsOf: () => 4 })?.svg ?? '';
    expect(svg).toContain('>Shut</text>');
    expect(svg).toContain('>4 parts</text>');
    expect(svg).not.toContain('Hidden');
  });

  it('writes each icon once', () => {
    const images = draw().match(/<image /g) ?? [];
    const addresses = new Set(draw().match(/href="data:[^"]+"/g));
    expect(images.length).toBe(addresses.size);
  });

  it('in small has symbols and no words', () => {
    const svg = draw('Orders', { detail: 'small' });
    expect(svg).not.toContain('<text');
    expect(svg).toContain('<use ');
  });

  it('needs nothing from outside', () => {
    const outside = draw().match(/(?:href|src)="(?!data:|#)[^"]*"/g);
    expect(outside).toBeNull();
  });
});

describe('text in a picture', () => {
  it('is broken between words and cut where it does not fit', () => {
    expect(breakLines('Servers unhealthy', 12, 112, 2)).toEqual(['Servers', 'unhealthy']);
    expect(breakLines('www.example.com', 12, 112, 2)).toEqual(['www.example.', 'com']);
    expect(breakLines('one two three four five six seven', 12, 80, 2).at(-1)).toMatch(/…$/);
    expect(cutToFit('Confirmation mail to everybody', 12, 80)).toMatch(/^Conf.*…$/);
    expect(cutToFit('Short', 12, 80)).toBe('Short');
    expect(breakLines('', 12, 80, 2)).toEqual([]);
  });
});
