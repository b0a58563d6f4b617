import { kinds } from './services';

/** Kinds that keep a number of equal copies running, between a minimum and a maximum. */
export type ScalingKind = 'auto-scaling-group' | 'ecs-service';

export const isScalingKind = (kind: string): kind is ScalingKind =>
  kind === 'auto-scaling-group' || kind === 'ecs-service';

/** The numbers of copies that an Auto Scaling group or a container service states; undefined for every other kind. */
export function readScaling(element: {
  readonly kind: string;
  readonly settings: object;
}): { readonly min: number; readonly desired: number; readonly max: number } | undefined {
  return isScalingKind(element.kind) ? kinds[element.kind].read(element.settings) : undefined;
}
