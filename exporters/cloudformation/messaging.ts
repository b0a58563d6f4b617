import type { Link, Service } from '../../shared/topology/topology';
import type { DesignView } from './emit-context';

/** Drawn connections of kind "sends messages to" that arrive from a kind of service in this stack. */
export const messagesFrom = (context: DesignView, target: Service, kind: string): readonly Link[] =>
  context.topology
    .incoming(target.id)
    .filter((link) => link.kind === 'async' && link.from.kind === kind && context.stack.has(link.from.id));

/** Drawn connections of kind "sends messages to" that leave for a kind of service in this stack. */
export const messagesTo = (context: DesignView, source: Service, kind: string): readonly Link[] =>
  context.topology
    .outgoing(source.id)
    .filter((link) => link.kind === 'async' && link.to.kind === kind && context.stack.has(link.to.id));
