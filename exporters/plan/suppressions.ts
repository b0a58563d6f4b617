import { EVERY_ELEMENT, hasExpired, type Waiver, waiversOf } from '../../shared/model/waiver';
import type { Service, Topology } from '../../shared/topology/topology';
import { toDescription } from './plain-text';

/** Checks of other tools that look at the same fault as a rule of ours, for one type of resource. */
interface Counterpart {
  readonly type: string;
  readonly checkov?: readonly string[];
  /** Of cdk-nag's AwsSolutions pack. */
  readonly nag?: readonly string[];
  readonly cfnLint?: readonly string[];
}

const of = (type: string, tools: Omit<Counterpart, 'type'>): Counterpart => ({ type: `AWS::${type}`, ...tools });

/** Only where the other check is about the same fault; what a tool asks beyond that stays its own question. */
const COUNTERPARTS: Readonly<Record<string, readonly Counterpart[]>> = {
  'AVL-05': [of('RDS::DBInstance', { checkov: ['CKV_AWS_157'], nag: ['RDS3'] })],
  'AVL-06': [of('ElastiCache::ReplicationGroup', { checkov: ['CKV2_AWS_50'], nag: ['AEC4'] })],
  'AVL-14': [
    of('RDS::DBInstance', { checkov: ['CKV_AWS_133'], nag: ['RDS13'] }),
    of('DynamoDB::Table', { checkov: ['CKV_AWS_28'], nag: ['DDB3'] }),
    of('S3::Bucket', { checkov: ['CKV_AWS_21'] }),
    of('ElastiCache::ReplicationGroup', { checkov: ['CKV_AWS_134'] }),
  ],
  'NET-01': [of('RDS::DBInstance', { checkov: ['CKV_AWS_17'] })],
  'NET-03': [of('EC2::Instance', { checkov: ['CKV_AWS_88'] })],
  'NET-10': [of('S3::Bucket', { checkov: ['CKV_AWS_53', 'CKV_AWS_54', 'CKV_AWS_55', 'CKV_AWS_56'], nag: ['S2'] })],
  'ENC-01': [of('ElasticLoadBalancingV2::Listener', { checkov: ['CKV_AWS_2'] })],
  'ENC-02': [
    of('ElasticLoadBalancingV2::Listener', { checkov: ['CKV_AWS_103'] }),
    of('CloudFront::Distribution', { checkov: ['CKV_AWS_174'], nag: ['CFR4'] }),
  ],
  'ENC-03': [of('CloudFront::Distribution', { nag: ['CFR5'] })],
  'ENC-04': [
    of('RDS::DBInstance', { checkov: ['CKV_AWS_16'], nag: ['RDS2'] }),
    of('RDS::DBCluster', { checkov: ['CKV_AWS_96'], nag: ['RDS2'] }),
  ],
  'ENC-05': [of('ElastiCache::ReplicationGroup', { checkov: ['CKV_AWS_29', 'CKV_AWS_30'], nag: ['AEC3'] })],
  'ENC-06': [of('EFS::FileSystem', { checkov: ['CKV_AWS_42'], nag: ['EFS1'] })],
  'ENC-07': [of('S3::Bucket', { nag: ['S10'] })],
  'ENC-08': [
    of('SQS::Queue', { checkov: ['CKV_AWS_27'], nag: ['SQS2'] }),
    of('SNS::Topic', { checkov: ['CKV_AWS_26'] }),
    of('KMS::Key', { checkov: ['CKV_AWS_7'], nag: ['KMS5'] }),
  ],
  'IAM-06': [of('EC2::Instance', { checkov: ['CKV_AWS_79'] }), of('EC2::LaunchTemplate', { checkov: ['CKV_AWS_79'] })],
  'SCA-06': [of('SQS::Queue', { nag: ['SQS3'] })],
  'COST-08': [of('S3::Bucket', { checkov: ['CKV2_AWS_61'] })],
  'OPS-04': [
    of('Lambda::Function', { nag: ['L1'], cfnLint: ['W2531'] }),
    of('RDS::DBInstance', { checkov: ['CKV_AWS_226'] }),
  ],
  'OPS-06': [
    of('RDS::DBInstance', { checkov: ['CKV_AWS_293'], nag: ['RDS10'] }),
    of('RDS::DBCluster', { checkov: ['CKV_AWS_139'], nag: ['RDS10'] }),
    of('ElasticLoadBalancingV2::LoadBalancer', { checkov: ['CKV_AWS_150'] }),
  ],
};

/** A check of another tool that a waiver of ours answers. */
export interface Suppression {
  readonly tool: 'checkov' | 'nag' | 'cfnLint';
  readonly id: string;
  readonly type: string;
  readonly reason: string;
}

const reasonOf = ({ rule, reason, owner, expires }: Waiver): string =>
  toDescription(
    `${reason} (${rule} waived by ${owner}${expires === undefined ? '' : ` until ${expires}`})`,
    `${rule} is waived.`,
  );

const NONE: readonly Suppression[] = [];

/**
 * What other tools are told of a service whose findings somebody waived.
 * @param today a day such as `2026-03-01`; waivers that ended before it are left out. All hold where it is left out.
 */
export function suppressionsFor(topology: Topology, service: Service, today?: string): readonly Suppression[] {
  const waivers = waiversOf(topology.design);
  if (waivers.length === 0) return NONE;
  return waivers.flatMap((waiver): Suppression[] => {
    if (waiver.element !== service.id && waiver.element !== EVERY_ELEMENT) return [];
    if (today !== undefined && hasExpired(waiver, today)) return [];
    const reason = reasonOf(waiver);
    return (COUNTERPARTS[waiver.rule] ?? []).flatMap(({ type, ...tools }) =>
      (['checkov', 'nag', 'cfnLint'] as const).flatMap((tool) =>
        (tools[tool] ?? []).map((id): Suppression => ({ tool, id, type, reason })),
      ),
    );
  });
}
