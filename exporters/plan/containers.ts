import type { Link, Service } from '../../shared/topology/topology';

/** Name of the one container of a task. */
export const CONTAINER = 'app';

/** A repository in Amazon ECR that an image is fetched from. */
export interface EcrImage {
  readonly account: string;
  readonly region: string;
  readonly repository: string;
  /** A tag, or a digest with its `sha256:`. */
  readonly version: string;
}

const ECR = /^(\d{12})\.dkr\.ecr\.([a-z0-9-]+)\.amazonaws\.com\/([a-z0-9._/-]+?)(?:[:@](.+))?$/;

/** The ECR repository of an image; undefined for images from elsewhere, which anybody may fetch. */
export function readEcrImage(image: string): EcrImage | undefined {
  const [, account, region, repository, version] = ECR.exec(image) ?? [];
  if (account === undefined || region === undefined || repository === undefined) return undefined;
  return { account, region, repository, version: version ?? 'latest' };
}

/** Ports that a task listens on: the one of its settings, and others that connections name. */
export const containerPorts = (service: Service, incoming: readonly Link[]): readonly number[] => [
  ...new Set([
    ...service.traits.listens.map(({ port }) => port),
    ...incoming.filter(({ opensPort, kind }) => opensPort && kind !== 'admin').map(({ port }) => port),
  ]),
];

/** Where a file system is found inside of a container. */
export const mountPath = (index: number): string => (index === 0 ? '/mnt/files' : `/mnt/files-${index + 1}`);

/** File systems that a service's tasks mount, in the order of the connections. */
export const mountsOf = (outgoing: readonly Link[], isWritten: (id: string) => boolean): readonly Service[] =>
  [...new Set(outgoing.map(({ to }) => to))].filter(({ kind, id }) => kind === 'efs' && isWritten(id));
