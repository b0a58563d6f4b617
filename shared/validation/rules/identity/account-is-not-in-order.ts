import { designSettings } from '../../../catalog/design-settings';
import type { Rule, Violation } from '../../rule';

const CHECKLIST =
  'The root user has MFA and no access keys, people sign in through one directory, and who leaves loses access the same day';

export const accountIsNotInOrder: Rule = {
  id: 'IAM-08',
  group: 'identity',
  severity: 'info',
  title: 'Account baseline is not confirmed',
  why: 'No rule of a design helps where somebody signs in as the owner of everything with a password of ten years ago.',
  trigger:
    'The design says that its account is not in order. A question in regulated designs and for learners where nothing is said.',
  guide: ['4.7.2', '4.7.3', '4.7.6', '4.7.7'],
  references: ['AWS Well-Architected SEC01-BP02', 'AWS Well-Architected SEC02-BP01'],
  check: (topology): Violation[] => {
    const { accountBaseline, environment } = designSettings.read(topology.design.header.settings);
    const [region] = topology.regions;
    if (!region || topology.services.length === 0 || accountBaseline === 'confirmed') return [];
    const asked = environment === 'regulated' || environment === 'learning';
    if (accountBaseline === 'unknown' && !asked) return [];
    if (accountBaseline === 'unknown')
      return [
        {
          status: 'unknown',
          elements: [region.id],
          message: `Whether the account is in order cannot be seen in a design. In order means: ${CHECKLIST}.`,
          question: 'Is the account that this is deployed to in order?',
          ask: { element: null, setting: 'accountBaseline' },
        },
      ];
    return [
      {
        elements: [region.id],
        message: `The account is not in order yet. Before anything is deployed: ${CHECKLIST}.`,
        fixes: [
          { id: 'put-in-order', title: 'Go through the list, then say so in the design settings', kind: 'manual' },
        ],
      },
    ];
  },
};
