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
  'AWS::Lambda::Permission': 'CDK writes one for each source as it sees it',
  'AWS::Lambda::Function': 'functions that have a name are compared; CDK adds one that sets notifications of buckets',
  'AWS::S3::BucketPolicy': 'CDK adds a statement for each grant it needs',
  'AWS::SQS::QueuePolicy': 'CDK adds a statement for each sender',
  'AWS::SNS::TopicPolicy': 'CDK adds a statement for each sender',
  'Custom::S3BucketNotifications': 'CDK sets notifications after the bucket is made',
  'AWS::CDK::Metadata': 'says which constructs were used',
};

/** A line of meaning without what is known to differ. */
export const explain = (line: string): string => line;
