import type { Parameter } from './cloudformation/template';

/** One thing to do, and the command that does it. */
export interface DeployStep {
  readonly title: string;
  /** For a POSIX shell; absent where there is nothing to type. */
  readonly command?: string;
}

/** What somebody does with the files to deploy them. */
export interface DeployGuide {
  /** Sentences to know beforehand. */
  readonly needs: readonly string[];
  readonly steps: readonly DeployStep[];
}

/** Words that a shell takes as they are; anything else goes into single quotes. */
export const shellWord = (text: string): string =>
  /^[A-Za-z0-9_./:=@%+,-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;

/** A stack's name: letters, digits and dashes, starting with a letter, at most 128. SPEC documentation of AWS::CloudFormation::Stack. */
export const stackNameOf = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/[^A-Za-z0-9]+/g, '-')
    .replace(/^[^A-Za-z]+/, '')
    .slice(0, 100)
    .replace(/-+$/, '') || 'my-stack';

export interface TemplateToDeploy {
  readonly path: string;
  readonly region: string | null;
  readonly bytes: number;
  readonly parameters: ReadonlyMap<string, Parameter>;
  /** The parameter that says the environment, where some things are different in development. */
  readonly environment?: string | undefined;
}

/** CloudFormation User Guide, "CloudFormation quotas": what fits into a request. */
export const MOST_INLINE_BYTES = 51_200;

const HOME_REGION = 'us-east-1';

const lines = (...parts: readonly string[]): string => parts.join(' \\\n  ');

/** A bucket for what does not fit into a request, and nested templates in it. */
function uploadSteps(
  { path, region }: TemplateToDeploy,
  {
    isLarge,
    needsBucket,
    packaged,
  }: { readonly isLarge: boolean; readonly needsBucket: boolean; readonly packaged: string },
): readonly DeployStep[] {
  const where = `--region ${shellWord(region ?? HOME_REGION)}`;
  return [
    ...(isLarge
      ? [
          {
            title: 'Make a bucket for templates in the Region, once; its name must be free in all of AWS.',
            command: `aws s3 mb s3://YOUR-BUCKET ${where}`,
          },
        ]
      : []),
    ...(needsBucket
      ? [
          {
            title: 'Upload the nested templates and write the root with their addresses.',
            command: lines(
              'aws cloudformation package',
              `--template-file ${shellWord(path)}`,
              '--s3-bucket YOUR-BUCKET',
              where,
              `--output-template-file ${shellWord(packaged)}`,
              ...(path.endsWith('.json') ? ['--use-json'] : []),
            ),
          },
        ]
      : []),
  ];
}

function stepsFor(template: TemplateToDeploy, stackName: string, needsBucket: boolean): readonly DeployStep[] {
  const { path, parameters } = template;
  const region = template.region ?? HOME_REGION;
  const required = [...parameters].filter(
    ([, { Default, Type }]) => Default === undefined && !Type.startsWith('AWS::SSM'),
  );
  const isLarge = needsBucket || template.bytes > MOST_INLINE_BYTES;
  const bucket = isLarge ? ['--s3-bucket YOUR-BUCKET'] : [];
  const packaged = needsBucket ? path.replace(/(\.\w+)$/, '-packaged$1') : path;
  const given = required.map(([name]) => `${name}=VALUE`);
  const overridesOf = (values: readonly string[]): readonly string[] =>
    values.length > 0 ? [`--parameter-overrides ${values.join(' ')}`] : [];
  const stack = (name: string): readonly string[] => [
    `--stack-name ${shellWord(name)}`,
    `--region ${shellWord(region)}`,
  ];
  const where = stack(stackName);
  const validated = isLarge
    ? []
    : [
        `aws cloudformation validate-template --template-body ${shellWord(`file://${path}`)} --region ${shellWord(region)}`,
      ];
  const deployTo = (name: string, values: readonly string[], ...more: readonly string[]): string =>
    lines(
      'aws cloudformation deploy',
      `--template-file ${shellWord(packaged)}`,
      ...stack(name),
      '--capabilities CAPABILITY_IAM',
      ...bucket,
      ...overridesOf(values),
      ...more,
    );
  const deploy = (...more: readonly string[]): string => deployTo(stackName, given, ...more);
  const { environment } = template;
  const development =
    environment === undefined ? [] : [deployTo(`${stackName}-development`, [`${environment}=development`, ...given])];
  return [
    ...uploadSteps(template, { isLarge, needsBucket, packaged }),
    ...validated.map((command) => ({ title: 'Have AWS look at the template.', command })),
    { title: 'See what would change, without changing it.', command: deploy('--no-execute-changeset') },
    {
      title: `Deploy${environment === undefined ? '' : ' production'}, and later update with the same command.`,
      command: deploy(),
    },
    ...development.map((command) => ({
      title: 'Deploy development, a stack of its own from the same template.',
      command,
    })),
    {
      title: 'See where it answers.',
      command: lines('aws cloudformation describe-stacks', ...where, "--query 'Stacks[0].Outputs'"),
    },
    {
      title: 'Take it down. Databases leave a snapshot; buckets, tables, file systems and keys stay.',
      command: lines('aws cloudformation delete-stack', ...where),
    },
  ];
}

/** How CloudFormation templates get deployed: one stack for each, with the AWS CLI. */
export function guideTemplates(
  templates: readonly TemplateToDeploy[],
  designName: string,
  nested: ReadonlySet<string> = new Set(),
): DeployGuide {
  const roots = templates.filter(({ path }) => !nested.has(path));
  const stack = stackNameOf(designName);
  const many = roots.length > 1;
  const asked = roots.flatMap(({ parameters }) =>
    [...parameters].flatMap(([name, { Description, Default, Type }]) =>
      Default === undefined && !Type.startsWith('AWS::SSM') ? [`${name}: ${Description}`] : [],
    ),
  );
  const free = roots.flatMap(({ parameters, environment }) =>
    [...parameters].flatMap(([name, { Default, Type }]) =>
      Default !== undefined && !Type.startsWith('AWS::SSM') && name !== environment ? [name] : [],
    ),
  );
  return {
    needs: [
      'The AWS CLI, version 2, signed in to the account (aws configure or aws sso login).',
      ...(nested.size > 0
        ? ['All templates in one folder: the command uploads the nested ones and puts their addresses in.']
        : []),
      ...asked,
      ...(free.length > 0
        ? [`For another environment, add other values to --parameter-overrides: ${[...new Set(free)].join(', ')}.`]
        : []),
    ],
    steps: roots.flatMap((template) => {
      const name = many && template.region ? `${stack}-${template.region}` : stack;
      return stepsFor(template, name, nested.size > 0);
    }),
  };
}

/** How a CDK project gets deployed. */
export function guideProject(settings: ReadonlyMap<string, string | number | boolean>): DeployGuide {
  const missing = [...settings].filter(([, value]) => value === '').map(([name]) => name);
  const hasEnvironments = settings.has('environment');
  const free = [...settings].filter(([name, value]) => value !== '' && name !== 'environment').map(([name]) => name);
  const given = missing.map((name) => `-c ${name}=VALUE`);
  const cdk = (verb: string, ...more: readonly string[]): string => lines(`npx cdk ${verb}`, ...more, ...given);
  return {
    needs: [
      'Node.js 20 or newer, and credentials of the account (aws configure or aws sso login).',
      ...missing.map((name) => `${name}: in the context of cdk.json, or with -c.`),
      ...(free.length > 0 ? [`For another environment, give other values with -c: ${free.join(', ')}.`] : []),
    ],
    steps: [
      { title: 'Get what the project needs.', command: 'npm install' },
      { title: 'Check types and run the test.', command: 'npm run build && npm test' },
      { title: 'Prepare the account and Region for CDK, once.', command: 'npx cdk bootstrap' },
      { title: 'See what would change.', command: cdk('diff') },
      {
        title: `Deploy${hasEnvironments ? ' production' : ''}, and later update with the same command.`,
        command: cdk('deploy --all'),
      },
      ...(hasEnvironments
        ? [
            {
              title: 'Deploy development, in stacks of its own.',
              command: cdk('deploy --all', '-c environment=development'),
            },
          ]
        : []),
      { title: 'Take it down. What keeps data stays or leaves a snapshot.', command: cdk('destroy --all') },
    ],
  };
}
