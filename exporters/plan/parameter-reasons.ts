/** Why settings that reach an export cannot be parameters of it, in the words of the inspector. */

const COMES_AND_GOES = 'Resources come and go with it, and a template makes those that it was written with.';
const RULES = 'Rules of security groups come and go with it, and a template makes those that it was written with.';
const OTHER_CODE = 'Other properties come and go with it, and a template has those that it was written with.';
const IN_OTHER_WORDS =
  'The property that it leads to says it in other words, so a parameter could not stand there as it is.';
const REPLACED = 'AWS would make the resource anew for another value, without what it holds.';
const LIST = 'It is a list of any length, and each entry is a property of its own.';
const OF_IMAGE = 'What runs is made for it: another value needs other code or another image.';
const ROLES = 'It decides what the drawing leads to this service, and with that on other resources.';
const MANY = 'It stands in several resources, and decides which of them there are.';
const UNITS = 'and CloudFormation cannot multiply';

/** Settings that mean the same wherever they are. */
const EVERYWHERE: Readonly<Record<string, string>> = {
  extraIngress: RULES,
  environment: LIST,
  role: ROLES,
  awsAccess: 'The statements of a policy follow from it, and a template has those that it was written with.',
  architecture: OF_IMAGE,
  engine: MANY,
  logRetention: COMES_AND_GOES,
  publicIp: COMES_AND_GOES,
  requireTokens: IN_OTHER_WORDS,
  tlsPolicy: IN_OTHER_WORDS,
  encrypted: REPLACED,
  requireTls: COMES_AND_GOES,
  maxConnections: COMES_AND_GOES,
  publiclyAccessible: 'What has to be made before the database follows from it, and a template has one order.',
  minorUpgrades: 'It stands in the template only where it is off: AWS turns it on by itself.',
  volumeType: OTHER_CODE,
  volumeIops: 'AWS takes it for some volume types only, and within bounds that follow from the size.',
  volumeThroughput:
    'AWS takes it for some volume types only, and within bounds that follow from the operations a second.',
};

const OF_KIND: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'api-gateway': {
    authorization: COMES_AND_GOES,
    issuer: 'It is a parameter already, where tokens are asked for.',
    audience: 'It is a parameter already, where tokens are asked for.',
  },
  'application-load-balancer': {
    healthCheckPath: MANY,
    listener: COMES_AND_GOES,
    scheme: COMES_AND_GOES,
    stickiness: 'It stands in two attributes of every target group, which come and go with it.',
  },
  'aurora-cluster': { instances: COMES_AND_GOES },
  'auto-scaling-group': {
    min: 'How many stay in service during an update follows from it and the maximum, and CloudFormation cannot work that out.',
    healthCheck: 'It counts only behind a load balancer, and the template says it in other words.',
    purchase: OTHER_CODE,
  },
  certificate: {
    domain: 'How the domain is proved follows from it, and from the hosted zone that is drawn.',
    subdomains: OTHER_CODE,
  },
  cloudfront: { viewerProtocol: 'It stands in every behaviour, of which there are as many as origins are drawn.' },
  'cloudwatch-alarm': { metric: 'Statistic, comparison and dimensions follow from it.' },
  'dynamodb-table': { billingMode: OTHER_CODE, partitionKey: REPLACED, sortKey: REPLACED },
  'ec2-instance': {
    localFiles: 'Whether the volume outlives its machine follows from it together with the role.',
  },
  'ecs-service': {
    publicIp: IN_OTHER_WORDS,
    min: 'Whether a number of tasks is said at all follows from it, and with Spot which of them run on it.',
    port: MANY,
    capacity: COMES_AND_GOES,
  },
  efs: { backup: IN_OTHER_WORDS, oneZone: COMES_AND_GOES },
  'elasticache-memcached': {
    nodes: 'The zone of each node is named beside it, and CloudFormation cannot lengthen that list.',
  },
  'elasticache-redis': {
    automaticFailover: 'Whether there are two zones follows from it together with other settings.',
    multiAz: 'The zone of each node follows from it.',
    replicas: 'The template counts the primary too, and CloudFormation cannot add.',
    encryptedAtRest: REPLACED,
    encryptedInTransit: 'Whether programs that are connected use TLS follows from it.',
  },
  'gateway-endpoint': { service: MANY },
  'interface-endpoint': { service: MANY },
  'kinesis-stream': {
    mode: OTHER_CODE,
    encrypted: OTHER_CODE,
    retentionDays: `The template says it in hours, ${UNITS}.`,
  },
  'lambda-function': { runtime: OF_IMAGE, functionUrl: COMES_AND_GOES },
  'network-load-balancer': { port: MANY, protocol: COMES_AND_GOES, scheme: COMES_AND_GOES },
  'route53-zone': { domain: 'It is a parameter already.', healthChecks: COMES_AND_GOES },
  's3-bucket': {
    blockPublicAccess: OTHER_CODE,
    storageClass: OTHER_CODE,
    versioning: OTHER_CODE,
  },
  'sns-topic': { fifo: REPLACED },
  'sqs-queue': {
    fifo: REPLACED,
    deadLetterQueue: COMES_AND_GOES,
    retentionDays: `The template says it in seconds, ${UNITS}.`,
  },
  'vpn-connection': {
    customerGateways: COMES_AND_GOES,
    routing: COMES_AND_GOES,
    onPremisesCidr: MANY,
    gatewayAddress: 'Left empty, it is a parameter.',
    secondGatewayAddress: 'Left empty, it is a parameter.',
    activeTunnels: 'AWS makes both tunnels anyway: no property of a resource says it.',
  },
  'waf-web-acl': {
    common: 'The order of all rules follows from it, and a template has the rules that it was written with.',
    badInputs: 'The order of all rules follows from it, and a template has the rules that it was written with.',
    sql: 'The order of all rules follows from it, and a template has the rules that it was written with.',
    reputation: 'The order of all rules follows from it, and a template has the rules that it was written with.',
  },
};

/** Why a setting cannot be a parameter, where that is for what follows from it; undefined where none is known. */
export const parameterReason = (kind: string, key: string): string | undefined =>
  OF_KIND[kind]?.[key] ?? EVERYWHERE[key];
