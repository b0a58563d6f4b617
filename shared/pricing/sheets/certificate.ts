import { certificate } from '../../catalog/services/certificate';
import { defineSheet } from '../sheet';

export const certificateSheet = defineSheet(certificate, () => [
  {
    item: 'certificate',
    description: 'Public certificate',
    free: 'AWS charges nothing for those that its own services use.',
  },
]);
