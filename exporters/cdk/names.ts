import { hashText, stemOf } from '../plan/logical-ids';

/** Words that TypeScript, our imports or CDK's own classes have taken. */
const TAKEN: ReadonlySet<string> = new Set(
  `abstract account any arguments as assertions asserts async autoscaling await bigint budgets boolean break case catch class cdk
  cloudfront cloudwatch const construct constructor continue debugger declare default delete do dynamodb ec2 ecr ecs efs elasticache elbv2
  else enum environment eval export extends false finally for from function get hasOwnProperty iam if implements import in
  infer instanceof interface is keyof kms lambda let logs module namespace never new node null number object of origins
  package private process props protected public rds readonly region require resource return route53 s3 scope secretsmanager set setting
  settings sns sqs stack static string subscriptions super switch symbol tags targets this throw toString true try type
  typeof undefined unknown valueOf var void while with yield synthesizer templateOptions templateFile availabilityZones
  nested acm actions apigateway apigwv2 authorizers integrations wafv2 sources elbTargets notifications id app artifactId environmentName stackId stackName
  partition urlSuffix notificationArns terminationProtection dependencies`
    .split(/\s+/)
    .filter(Boolean),
);

const startWithLetter = (text: string): string => (/^[A-Za-z]/.test(text) ? text : `X${text}`);

/** `web-servers` → `WebServers`; an id of a construct or a class. Differs wherever the element ids differ. */
export const pascalOf = (elementId: string): string => startWithLetter(stemOf(elementId));

/** `web-servers` → `webServers`; a name that TypeScript takes. */
export function camelOf(elementId: string): string {
  const name = pascalOf(elementId);
  const camel = `${name.slice(0, 1).toLowerCase()}${name.slice(1)}`;
  return TAKEN.has(camel) ? `${camel}Element` : camel;
}

/** `WebServers` → `web-servers`, for the name of a file. */
export const kebabOf = (pascal: string): string =>
  pascal
    .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .slice(0, 80);

/** Gives each wish a name that nobody else has; the second owner of a name gets a hash of what it stands for. */
export function makeNames(): (wish: string, owner: string) => string {
  const owners = new Map<string, string>();
  // The same wish of the same owner comes at every mention.
  const given = new Map<string, { readonly owner: string; readonly name: string }>();
  const claim = (wish: string, owner: string): string => {
    const known = owners.get(wish.toLowerCase());
    const name = known === undefined || known === owner ? wish : `${wish}${hashText(owner).toUpperCase()}`;
    owners.set(name.toLowerCase(), owner);
    given.set(wish, { owner, name });
    return name;
  };
  return (wish, owner) => {
    const last = given.get(wish);
    return last?.owner === owner ? last.name : claim(wish, owner);
  };
}
