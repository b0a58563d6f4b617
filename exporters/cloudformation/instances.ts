import { readEnvironment } from '../../shared/catalog/program-fields';
import { volumeIopsOf, volumeThroughputOf } from '../../shared/catalog/volume-performance';
import type { Service } from '../../shared/topology/topology';
import type { JsonObject } from '../../shared/util/json';
import { keyOf } from '../plan/access';
import { architectureOf } from '../plan/architecture';
import { bootScript, LOG_GROUP } from '../plan/boot-script';
import { mountPath, mountsOf } from '../plan/containers';
import type { EmitContext } from './emit-context';
import { getAtt, join, ref } from './intrinsics';
import { emitLogGroup } from './log-groups';

/** Amazon Linux 2023 through the public parameter that AWS keeps up to date, for the type's architecture. */
export function imageFor(instanceType: string, context: EmitContext): JsonObject {
  const architecture = architectureOf(instanceType);
  return context.parameter(architecture === 'arm64' ? 'ImageArm64' : 'ImageX8664', {
    Type: 'AWS::SSM::Parameter::Value<AWS::EC2::Image::Id>',
    Default: `/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-${architecture}`,
    Description: `Parameter that names the image for ${architecture} instances`,
  });
}

export interface Volume {
  readonly type: 'gp3' | 'gp2' | 'io2' | 'st1';
  readonly gigabytes: number;
  /** As stated; null: as the kind of volume has them. */
  readonly iops: number | null;
  readonly throughput: number | null;
  /** The data outlives the instance. */
  readonly keep: boolean;
}

/** Amazon Linux 2023 images are 8 GB; st1 volumes start at 125 GB and cannot be booted from. Both unverified: from memory of the EBS User Guide. */
const IMAGE_GB = 8;
const SMALLEST_ST1_GB = 125;

/** Volumes of an instance, encrypted; the first one boots. */
export function volumesFor(service: Service, volume: Volume, context: EmitContext): readonly JsonObject[] {
  const key = keyOf(context.topology, context.stack, service);
  const disk = (device: string, type: string, gigabytes: number, more: JsonObject = {}): JsonObject => ({
    DeviceName: device,
    Ebs: {
      VolumeType: type,
      VolumeSize: gigabytes,
      Encrypted: true,
      DeleteOnTermination: !volume.keep,
      ...(key ? { KmsKeyId: getAtt(context.id(key.id), 'Arn') } : {}),
      ...more,
    },
  });
  const size = Math.max(IMAGE_GB, volume.gigabytes);
  if (size !== volume.gigabytes)
    context.notes.add('assumed', [service.id], `${service.name} gets ${size} GB: its image needs that much.`);
  if (volume.type === 'io2') {
    const iops = volumeIopsOf('io2', volume.iops, size);
    if (iops !== volume.iops)
      context.notes.add('assumed', [service.id], `The io2 volume of ${service.name} gets ${iops} IOPS.`);
    return [disk('/dev/xvda', 'io2', size, { Iops: iops })];
  }
  if (volume.type === 'st1') {
    context.notes.add(
      'assumed',
      [service.id],
      `${service.name} boots from a gp3 volume of ${IMAGE_GB} GB and gets its st1 volume beside it: st1 cannot be booted from.`,
    );
    const data = Math.max(SMALLEST_ST1_GB, volume.gigabytes);
    if (data !== volume.gigabytes)
      context.notes.add(
        'assumed',
        [service.id],
        `The st1 volume of ${service.name} gets ${data} GB, the least it can have.`,
      );
    return [disk('/dev/xvda', 'gp3', IMAGE_GB), disk('/dev/sdf', 'st1', data)];
  }
  const iops = volumeIopsOf(volume.type, volume.iops, size);
  const throughput = volumeThroughputOf(volume.type, volume.throughput, iops);
  return [
    disk('/dev/xvda', volume.type, size, {
      ...(iops === null ? {} : { Iops: iops }),
      ...(throughput === null ? {} : { Throughput: throughput }),
    }),
  ];
}

/** Only the signed kind of metadata requests unless the older kind is asked for; none from containers a hop away. */
export const metadata = (requireTokens: boolean): JsonObject => ({
  HttpEndpoint: 'enabled',
  HttpTokens: requireTokens ? 'required' : 'optional',
  HttpPutResponseHopLimit: 1,
});

/** What a machine's settings say of its program. */
export interface MachineProgram {
  readonly environment: string;
  readonly logRetention: string;
}

/** Emits the log group where logs are kept; answers with its logical id. */
export const emitMachineLogs = (
  service: Service,
  { logRetention }: MachineProgram,
  context: EmitContext,
): string | undefined => (logRetention === 'none' ? undefined : emitLogGroup(service, logRetention, context));

/** User data: file systems, variables and the agent that sends logs; nothing where none is asked for. */
export function userData(
  service: Service,
  { environment }: MachineProgram,
  logs: string | undefined,
  context: EmitContext,
): JsonObject {
  const variables = readEnvironment(environment);
  const mounts = mountsOf(context.topology.outgoing(service.id), context.stack.has);
  const script = bootScript(
    variables,
    logs !== undefined,
    mounts.map((files, index) => ({ fileSystemId: ref(context.id(files.id)), path: mountPath(index) })),
  );
  if (!script) return {};
  if (variables.length > 0)
    context.notes.add(
      'assumed',
      [service.id],
      `The variables of ${service.name} are written to /etc/environment; a unit of systemd reads them with EnvironmentFile.`,
    );
  mounts.forEach((files, index) => {
    const message = `${service.name} mounts ${files.name} under ${mountPath(index)} when it first starts.`;
    context.notes.add('assumed', [service.id, files.id], message);
  });
  const parts = script.map((part) => (part === LOG_GROUP ? ref(logs ?? '') : part));
  return { UserData: { 'Fn::Base64': join(parts) } };
}

/** Says once for each program that its software is not in the drawing. */
export function noteSoftware(service: Service, context: EmitContext): void {
  context.notes.add(
    'assumed',
    [service.id],
    `The image of ${service.name} is plain Amazon Linux 2023: install its software by another image or by user data.`,
  );
}
