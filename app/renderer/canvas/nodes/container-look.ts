import { definitionOf } from '../../../../shared/catalog/catalog';
import { kinds } from '../../../../shared/catalog/services';
import type { Element } from '../../../../shared/model/design';

/** Which of the AWS group colours a container wears. */
export const tintOf = ({ kind, settings }: Element): string =>
  kind === 'subnet' ? kinds.subnet.read(settings).exposure : kind === 'availability-zone' ? 'zone' : kind;

export const iconOf = (tint: string, kind: string): string =>
  tint === 'public' ? 'architecture-group/Publicsubnet' : (definitionOf(kind)?.icon ?? 'unknown');
