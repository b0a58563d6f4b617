import type { Link, Service, Topology } from '../../../topology/topology';
import { findInParts } from '../../find-in-parts';
import { deliverStaticFiles } from '../../fixes/static-files';
import type { Rule, Violation } from '../../rule';
import { namesOf } from '../../wording';

/** Data drawn between users and the entry from which on the advice is more than that. */
const MUCH_GB = 100;

const isCdnUsed = (topology: Topology): boolean =>
  topology
    .ofKind('cloudfront')
    .some(({ id }) => topology.incoming(id).some(({ from, kind }) => from.kind === 'users' || kind === 'dns'));

const feedsWeb = (topology: Topology, balancer: Service): Service[] =>
  topology
    .outgoing(balancer.id)
    .filter(({ kind, to }) => kind === 'traffic' && to.role === 'web')
    .map(({ to }) => to);

/** A load balancer between users and web servers. */
interface Way {
  readonly id: string;
  readonly balancer: Service;
  readonly ways: readonly Link[];
  readonly web: readonly Service[];
}

const findWays = findInParts((part) =>
  part.ofKind('application-load-balancer').flatMap((balancer): Way[] => {
    const ways = part.incoming(balancer.id).filter(({ from }) => from.kind === 'users');
    const web = feedsWeb(part, balancer);
    return ways.length === 0 || web.length === 0 ? [] : [{ id: balancer.id, balancer, ways, web }];
  }),
);

function report({ balancer, ways, web }: Way): Violation {
  const gb = ways.reduce((sum, { gbPerMonth }) => sum + (gbPerMonth ?? 0), 0);
  return {
    severity: gb >= MUCH_GB ? 'warning' : 'info',
    elements: [balancer.id, ...web.map(({ id }) => id)],
    connections: ways.map(({ id }) => id),
    message: `Every picture and style sheet comes through ${balancer.name} from ${namesOf(web)}. Servers spend their time on files that never change, and distant users wait. Deliver them from S3 through CloudFront.`,
    fixes: [
      {
        id: 'add-cdn',
        title: 'Deliver static files from a bucket through CloudFront',
        kind: 'auto',
        apply: (design, newId) => deliverStaticFiles(design, newId, balancer.id),
      },
    ],
  };
}

export const staticFilesFromWebTier: Rule = {
  id: 'SCA-03',
  group: 'scaling',
  severity: 'warning',
  title: 'Static files are served by the web tier',
  why: 'Most bytes of a page are the same for everyone. Edge locations deliver them nearer, cheaper and without end.',
  trigger:
    'Users reach web servers through a load balancer, and no CloudFront distribution is used. Advice only below 100 GB a month, or where it is not stated.',
  guide: ['3.7', '4.2.2'],
  references: ['AWS Well-Architected PERF04-BP02'],
  check: (topology, facts) => (isCdnUsed(topology) ? [] : findWays(facts).map(report)),
};
