import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import * as cdk from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import { z } from 'zod';
import { type Load, synthesise } from './project-folder';

const require = createRequire(import.meta.url);

/** An app that brings the AwsSolutions checks along. */
class CheckedApp extends cdk.App {
  constructor(props?: cdk.AppProps) {
    // Its code says when; after findings, the app would try once more when the process ends and the folder is gone.
    super({ ...props, autoSynth: false });
    cdk.Validations.of(this).addPlugins(new AwsSolutionsChecks(this));
  }
}

const report = z.object({
  pluginReports: z.array(
    z.object({
      violations: z.array(z.object({ ruleName: z.string(), severity: z.string(), description: z.string() })),
    }),
  ),
});

const checkedLibrary: unknown = new Proxy(require('aws-cdk-lib'), {
  get: (target, key) => (key === 'App' ? CheckedApp : Reflect.get(target, key)),
});
const load: Load = (id) => (id === 'aws-cdk-lib' ? checkedLibrary : require(id));

/** What cdk-nag's AwsSolutions checks say of a project that its code does not acknowledge, as lines to read. */
export function nagProject(project: string, name: string): readonly string[] {
  try {
    synthesise(project, name, load);
  } catch (error) {
    // The app ends with the first finding; the report has all of them.
    if (!(error instanceof Error) || error.name !== 'ValidationFailed') throw error;
  }
  const { pluginReports } = report.parse(
    JSON.parse(readFileSync(join(project, 'cdk.out', 'validation-report.json'), 'utf8')),
  );
  return pluginReports.flatMap(({ violations }) =>
    violations.map(({ ruleName, severity, description }) => `${ruleName} ${severity}: ${description}`),
  );
}
