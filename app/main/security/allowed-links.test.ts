import { expect, it } from 'vitest';
import { allDefinitions, isServiceKind } from '../../../shared/catalog/catalog';
import { isAllowedLink } from './allowed-links';

it.each(['https://docs.aws.amazon.com/vpc/', 'https://aws.amazon.com/rds/pricing/?x=1#y'])('opens %s', (url) => {
  expect(isAllowedLink(url)).toBe(true);
});

it.each([
  'http://docs.aws.amazon.com/',
  'https://docs.aws.amazon.com.evil.example/',
  'https://docs.aws.amazon.com@evil.example/',
  'https://user:secret@docs.aws.amazon.com/',
  'https://docs.aws.amazon.com:8443/',
  'https://evil.example/docs.aws.amazon.com',
  'file:///etc/passwd',
  'smb://docs.aws.amazon.com/share',
  'javascript:alert(1)',
  'ms-msdt:/id',
  'mailto:someone@docs.aws.amazon.com',
  '\\\\host\\share',
  '//docs.aws.amazon.com',
  '',
])('refuses %j', (url) => {
  expect(isAllowedLink(url)).toBe(false);
});

it('opens the documentation of every service', () => {
  const services = allDefinitions().filter(({ kind }) => isServiceKind(kind));
  expect(services.filter(({ docsUrl }) => docsUrl === undefined || !isAllowedLink(docsUrl))).toEqual([]);
});
