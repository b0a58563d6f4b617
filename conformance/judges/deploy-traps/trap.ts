import type { TemplateView } from './template-view';

/** Faults that every static judge passes and that fail, or do not work, once deployed. */
export type TrapCode =
  | 'gateway-not-attached'
  | 'boots-before-route'
  | 'too-few-zones'
  | 'launch-template-version'
  | 'name-too-long'
  | 'password'
  | 'reserved-user-name'
  | 'multi-az-with-zone'
  | 'failover-without-replica'
  | 'image-architecture'
  | 'listener-protocol'
  | 'shared-elastic-ip'
  | 'health-check-without-target-group'
  | 'public-load-balancer-without-internet'
  | 'port-range'
  | 'no-retention'
  | 'service-before-listener'
  | 'firewall-scope'
  | 'subnets-share-zone'
  | 'name-where-arn-wanted'
  | 'vpn-gateway-not-attached'
  | 'trail-before-policy';

export interface TrapFinding {
  readonly code: TrapCode;
  readonly logicalId: string;
  readonly message: string;
}

/** One look at a template. Sources are named at each trap. */
export type Trap = (view: TemplateView) => readonly TrapFinding[];
