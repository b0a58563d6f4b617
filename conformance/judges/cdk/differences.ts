/** Types that stand in one target's templates in another number or not at all, each with the reason. */
export const BESIDE: Readonly<Record<string, string>> = {
  'AWS::IAM::Role': 'CDK adds one for each function of its own',
  'AWS::IAM::Policy': 'CDK writes grants where the grantee is',
  'AWS::IAM::InstanceProfile': 'made by the instance or the launch template in CDK',
  'AWS::EC2::RouteTable': 'CDK has one for each subnet; compared as routes',
  'AWS::EC2::Route': 'CDK has one for each subnet; compared as routes',
  'AWS::EC2::SubnetRouteTableAssociation': 'compared as routes',
  'AWS::EC2::SecurityGroupIngress': 'in the group or beside it; compared as rules',
  'AWS::EC2::SecurityGroupEgress': 'in the group or beside it; compared as rules',
  'AWS::SecretsManager::Secret': 'CDK makes the secret of a database; in CloudFormation RDS makes it',
  'AWS::SecretsManager::SecretTargetAttachment': 'belongs to the secret',
  'AWS::SecretsManager::ResourcePolicy': 'CDK forbids the deletion of a secret that a function changes',
  'AWS::Lambda::Permission': 'CDK writes one for each source as it sees it',
  'AWS::Lambda::Function': 'functions that have a name are compared; CDK adds one that sets notifications of buckets',
  'AWS::S3::BucketPolicy': 'CDK adds a statement for each grant it needs',
  'AWS::SQS::QueuePolicy': 'CDK adds a statement for each sender',
  'AWS::SNS::TopicPolicy': 'CDK adds a statement for each sender',
  'Custom::S3BucketNotifications': 'CDK sets notifications after the bucket is made',
  'AWS::CDK::Metadata': 'says which constructs were used',
};

/** What a line of meaning may say in another way in the two targets, with the reason. */
const SAME_MEANING: readonly { readonly pattern: RegExp; readonly instead: string; readonly reason: string }[] = [
  {
    pattern: /MasterUserPassword=\{"Fn::Join":\["",\["\{\{resolve:secretsmanager:".*?\}\}"\]\]\}/,
    instead: 'MasterUserPassword=-',
    reason: 'the password comes from a generated secret; in CloudFormation RDS generates it',
  },
  {
    pattern: /^(AWS::RDS::DBInstance ".*) \d+" Engine=aurora/,
    instead: '$1" Engine=aurora',
    reason: 'the instances of a cluster are numbered by their ids',
  },
  {
    pattern: /\{"Fn::Join":\["",\["(\d{12}\.dkr\.ecr\.[a-z0-9-]+\.)",\{"Ref":"AWS::URLSuffix"\},"(\/[^"]+)"\]\]\}/,
    instead: '$1amazonaws.com$2',
    reason: 'CDK leaves the domain of a registry to the partition',
  },
  {
    pattern: /^(AWS::RDS::DBCluster ".*EngineVersion=)(?:8\.0\.mysql_aurora|16)\.[\d.]+/,
    instead: '$1-',
    reason: 'CDK makes no Aurora cluster without a version; CloudFormation takes the one AWS offers',
  },
  {
    pattern: /IpAddress=(?:\{"Ref":"\w+"\}|198\.51\.100\.1)(?= )/,
    instead: 'IpAddress=-',
    reason: 'a parameter of the template, a setting of the project',
  },
  { pattern: /BillingMode=PROVISIONED/, instead: 'BillingMode=-', reason: 'the default of a table' },
  {
    pattern: /(EFS::FileSystem.*AvailabilityZoneName=- BackupPolicy.Status=)DISABLED/,
    instead: '$1-',
    reason: 'the default of a file system in several zones',
  },
];

/** A line of meaning in the words that both targets share. */
export const explain = (line: string): string =>
  SAME_MEANING.reduce((text, { pattern, instead }) => text.replace(pattern, instead), line);
