import { kinds } from '../../../catalog/services';
import type { Service } from '../../../topology/topology';
import { changeSettings } from '../../fixes/change-settings';
import type { Rule, Violation } from '../../rule';

const report = ({ id, name }: Service): Violation => ({
  elements: [id],
  message: `${name} answers requests for its metadata without a token. A program that fetches addresses for others can be made to fetch the keys of the machine's role. Ask for tokens.`,
  fixes: [changeSettings(id, 'Ask for tokens (IMDSv2)', { requireTokens: true })],
});

export const metadataWithoutTokens: Rule = {
  id: 'IAM-06',
  group: 'identity',
  byPart: true,
  severity: 'warning',
  title: 'Instance metadata v1 is allowed',
  why: 'The keys of a role lie one request away from every program on the machine; a token keeps those out that only pass requests on.',
  trigger: 'An instance or Auto Scaling group accepts requests for instance metadata without tokens.',
  guide: [],
  references: ['AWS Well-Architected SEC06-BP01', 'checkov CKV_AWS_79'],
  check: (topology) =>
    (['ec2-instance', 'auto-scaling-group'] as const).flatMap((kind) =>
      topology
        .ofKind(kind)
        .filter(({ element }) => !kinds[kind].read(element.settings).requireTokens)
        .map(report),
    ),
};
