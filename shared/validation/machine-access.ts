import { kindsWithSetting } from '../catalog/catalog';
import { isScalingKind } from '../catalog/scaling-groups';
import { kinds } from '../catalog/services';
import type { Service } from '../topology/topology';

/** Machines that can prove themselves to AWS. */
export const CALLERS_OF_AWS = kindsWithSetting('awsAccess');

/** How a machine proves itself to AWS; undefined for what is no machine. */
export const awsAccessOf = ({ kind, element }: Service): 'role' | 'keys' | 'none' | undefined =>
  kind === 'ec2-instance' || isScalingKind(kind) ? kinds[kind].read(element.settings).awsAccess : undefined;
