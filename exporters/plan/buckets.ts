import { kinds } from '../../shared/catalog/services';
import type { Service, Topology } from '../../shared/topology/topology';

/** Whether users read a bucket themselves, without a distribution before it. */
export const isReadByUsers = (topology: Topology, bucket: Service): boolean =>
  topology.incoming(bucket.id).some(({ from }) => from.kind === 'users');

/** Whether everybody may read a bucket: users are drawn before it, and its settings let them in. */
export const isOpenBucket = (topology: Topology, bucket: Service): boolean =>
  isReadByUsers(topology, bucket) && !kinds['s3-bucket'].read(bucket.element.settings).blockPublicAccess;
