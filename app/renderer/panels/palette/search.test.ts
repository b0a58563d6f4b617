import { describe, expect, it } from 'vitest';
import { allDefinitions } from '../../../../shared/catalog/catalog';
import { hasIcon } from '../../canvas/icons';
import { listEntries } from './entries';
import { searchEntries } from './search';

const entries = listEntries();
const titles = (query: string): string[] => searchEntries(entries, query).map(({ title }) => title);

describe('the palette', () => {
  it('offers every kind of the catalog, a tier for each role, under keys of their own', () => {
    const kinds = new Set(entries.map(({ kind }) => kind));
    expect([...kinds].sort()).toEqual(
      allDefinitions()
        .map(({ kind }) => kind)
        .sort(),
    );
    expect(entries.filter(({ kind }) => kind === 'tier')).toHaveLength(6);
    expect(new Set(entries.map(({ key }) => key)).size).toBe(entries.length);
  });

  it('has a picture for every entry', () => {
    expect(entries.filter(({ icon }) => !hasIcon(icon))).toEqual([]);
  });
});

describe('searching the palette', () => {
  it('finds services by title, keyword and kind', () => {
    expect(titles('rds')[0]).toBe('Amazon RDS database');
    expect(titles('alb')[0]).toBe('Application Load Balancer');
    expect(titles('redis')[0]).toBe('Amazon ElastiCache (Valkey or Redis OSS)');
    expect(titles('jump host')).toEqual(['Bastion host']);
    expect(titles('az')[0]).toBe('Availability Zone');
  });

  it('asks for every word and does not mind case, accents or spaces', () => {
    expect(titles('  LOAD   balancer application ')[0]).toBe('Application Load Balancer');
    expect(titles('Rédis')).toEqual(titles('redis'));
    expect(titles('redis queue')).toEqual([]);
  });

  it('lists everything in order for an empty query and nothing for nonsense', () => {
    expect(searchEntries(entries, ' ')).toBe(entries);
    expect(titles('zzzz')).toEqual([]);
  });
});
