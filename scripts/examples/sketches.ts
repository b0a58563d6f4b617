import type { Design } from '../../shared/model/design';
import { highPowerWordpress } from './high-power-wordpress';
import { lowPowerWordpress } from './low-power-wordpress';
import { microservices } from './microservices';
import { threeTierWithFaults } from './three-tier-with-faults';

/** The examples by file name. */
export const sketches: Readonly<Record<string, () => Design>> = {
  'low-power-wordpress': lowPowerWordpress,
  'high-power-wordpress': highPowerWordpress,
  'three-tier-with-faults': threeTierWithFaults,
  microservices,
};
