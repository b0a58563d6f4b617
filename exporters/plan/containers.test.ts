import { expect, it } from 'vitest';
import { readEcrImage } from './containers';

it('tells images in Amazon ECR, which need leave to fetch, from all others', () => {
  expect(readEcrImage('123456789012.dkr.ecr.eu-west-1.amazonaws.com/team/shop:1.2')).toEqual({
    account: '123456789012',
    region: 'eu-west-1',
    repository: 'team/shop',
    version: '1.2',
  });
  const digest = `sha256:${'a'.repeat(64)}`;
  expect(readEcrImage(`123456789012.dkr.ecr.us-east-1.amazonaws.com/shop@${digest}`)?.version).toBe(digest);
  expect(readEcrImage('123456789012.dkr.ecr.us-east-1.amazonaws.com/shop')?.version).toBe('latest');
  expect(readEcrImage('public.ecr.aws/nginx/nginx:stable')).toBeUndefined();
  expect(readEcrImage('evil.example/123456789012.dkr.ecr.us-east-1.amazonaws.com/shop')).toBeUndefined();
});
