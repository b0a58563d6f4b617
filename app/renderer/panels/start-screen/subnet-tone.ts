import { kinds } from '../../../../shared/catalog/services';
import type { JsonObject } from '../../../../shared/util/json';

/** The colour a subnet is drawn in. */
export const subnetTone = (settings: JsonObject): 'public' | 'private' | 'isolated' =>
  kinds.subnet.read(settings).exposure;
