import { z } from 'zod';
import { choice, ingressRules, toggle, usage } from '../fields';
import { defineKind, MANAGED, subnetPerAz } from '../kind';
import { SERVICE } from '../sizes';

export const efs = defineKind({
  kind: 'efs',
  title: 'Amazon EFS file system',
  newName: 'File system',
  category: 'Storage',
  icon: 'architecture-service/AmazonEFS',
  summary: 'A file system that many instances mount at once, with a mount target in each Availability Zone.',
  keywords: ['efs', 'nfs', 'elastic file system', 'files', 'shared'],
  docsUrl: 'https://docs.aws.amazon.com/efs/latest/ug/whatisefs.html',
  scope: 'spanning',
  family: 'file-system',
  parents: ['vpc'],
  size: SERVICE,
  settings: z.object({
    throughputMode: choice(
      { elastic: 'Elastic', bursting: 'Bursting' },
      { label: 'Throughput', default: 'elastic', section: 'Basics' },
    ),
    oneZone: toggle({
      label: 'One Zone',
      help: 'Keeps the data in one Availability Zone only; cheaper.',
      default: false,
      section: 'Protection',
    }),
    encrypted: toggle({ label: 'Encrypted', default: true, section: 'Protection' }),
    backup: toggle({ label: 'Daily backup', default: true, section: 'Protection' }),
    storageGb: usage({ label: 'Data stored', unit: 'GB' }),
    readGb: usage({ label: 'Data read', unit: 'GB a month', help: 'Billed with elastic throughput.' }),
    writeGb: usage({ label: 'Data written', unit: 'GB a month', help: 'Billed with elastic throughput.' }),
    extraIngress: ingressRules(),
  }),
  headline: ({ oneZone, storageGb }) =>
    [oneZone ? 'One Zone' : 'Regional', storageGb === null ? '' : `${storageGb} GB`].filter(Boolean).join(' · '),
  traits: ({ oneZone }, place) => {
    const slots = subnetPerAz(place);
    return {
      role: 'storage',
      stateful: true,
      copies: oneZone || slots.length < 2 ? { min: 1, desired: 1, max: 1 } : MANAGED,
      members: (oneZone ? slots.slice(0, 1) : slots).map(({ id }) => ({ subnet: id, role: 'mount-target', count: 1 })),
      listens: [{ protocol: 'tcp', port: 2049 }],
      inVpc: true,
    };
  },
});
