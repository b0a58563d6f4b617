import type { Waiver } from '../../shared/model/design';
import { EVERY_ELEMENT } from '../../shared/model/waiver';

/** Who accepts a finding, why and until when, in a sentence. */
export const tellWaiver = ({ owner, reason, created, expires }: Waiver): string =>
  `Accepted by ${owner} on ${created}${expires === undefined ? '' : `, until ${expires}`}: ${reason}`;

/** The rule and what the waiver is about. */
export const nameWaiver = ({ rule, element }: Waiver): string =>
  `${rule} on ${element === EVERY_ELEMENT ? 'all elements' : element}`;
