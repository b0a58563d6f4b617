import type { EnvironmentVariable } from '../../shared/catalog/program-fields';
import { readEnvironment } from '../../shared/catalog/program-fields';
import { kinds } from '../../shared/catalog/services';
import type { Service, Topology } from '../../shared/topology/topology';
import { keyOf } from './access';
import type { StackPlan } from './placement';

/** Pattern of the resource schema of AWS::Lambda::Function. */
const NAME = /^[A-Za-z][A-Za-z0-9_]+$/;

/** Names that Lambda sets itself and refuses. AWS Lambda Developer Guide, "Defined runtime environment variables". */
const RESERVED: ReadonlySet<string> = new Set([
  'AWS_ACCESS_KEY',
  'AWS_ACCESS_KEY_ID',
  'AWS_DEFAULT_REGION',
  'AWS_EXECUTION_ENV',
  'AWS_LAMBDA_FUNCTION_MEMORY_SIZE',
  'AWS_LAMBDA_FUNCTION_NAME',
  'AWS_LAMBDA_FUNCTION_VERSION',
  'AWS_LAMBDA_INITIALIZATION_TYPE',
  'AWS_LAMBDA_LOG_GROUP_NAME',
  'AWS_LAMBDA_LOG_STREAM_NAME',
  'AWS_LAMBDA_RUNTIME_API',
  'AWS_REGION',
  'AWS_SECRET_ACCESS_KEY',
  'AWS_SESSION_TOKEN',
  'LAMBDA_RUNTIME_DIR',
  'LAMBDA_TASK_ROOT',
]);

/** The variables that a function can have, and the names that Lambda refuses. */
export function functionVariables(text: string): {
  readonly taken: readonly EnvironmentVariable[];
  readonly refused: readonly string[];
} {
  const all = readEnvironment(text);
  const fits = ({ name }: EnvironmentVariable): boolean => NAME.test(name) && !RESERVED.has(name);
  return { taken: all.filter(fits), refused: all.filter((variable) => !fits(variable)).map(({ name }) => name) };
}

/** The drawn key that encrypts the variables of a function; Lambda keeps none in mind for a function without variables. */
export function functionKey(
  { topology, stack }: { readonly topology: Topology; readonly stack: StackPlan },
  service: Service,
): Service | undefined {
  const { environment } = kinds['lambda-function'].read(service.element.settings);
  return functionVariables(environment).taken.length > 0 ? keyOf(topology, stack, service) : undefined;
}
