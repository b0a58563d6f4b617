import { createRequire } from 'node:module';
import { z } from 'zod';

/** One finding of the validator, reduced to what a test prints. */
export interface ValidatorFinding {
  readonly ruleId: string;
  readonly severity: 'WARN' | 'ERROR' | 'FATAL';
  readonly message: string;
  readonly place: string;
}

const report = z.object({
  status: z.string(),
  diagnostics: z.array(
    z.object({
      ruleId: z.string(),
      severity: z.enum(['DEBUG', 'INFO', 'WARN', 'ERROR', 'FATAL']),
      message: z.string(),
      propertyPath: z.string().optional(),
      entity: z.object({ logicalId: z.string() }).optional(),
    }),
  ),
});

interface Engine {
  validateTemplate(template: object, options: object): unknown;
}

interface Validator {
  readonly CompositeEngine: new () => Engine;
  readonly TemplateContent: new (text: string, name: string) => object;
}

let validator: { readonly engine: Engine; readonly module: Validator } | undefined;

/** The release inside aws-cdk-lib; the one published on its own hangs on some templates. */
function loadValidator(): { readonly engine: Engine; readonly module: Validator } {
  if (validator) return validator;
  const require = createRequire(import.meta.url);
  const module: Validator = createRequire(require.resolve('aws-cdk-lib/package.json'))('@aws/cloudformation-validate');
  validator = { module, engine: new module.CompositeEngine() };
  return validator;
}

/** Warnings and errors of AWS's own offline validator. Loads in about 1.5 s, then some 10 ms a template. */
export function validateWithAws(text: string, name: string, region = 'us-east-1'): readonly ValidatorFinding[] {
  const { engine, module } = loadValidator();
  const { diagnostics } = report.parse(
    engine.validateTemplate(new module.TemplateContent(text, name), {
      detailLevel: 'STANDARD',
      severityLevel: 'WARN',
      pseudoParameterOverrides: { region },
    }),
  );
  return diagnostics.flatMap(({ ruleId, severity, message, entity, propertyPath }) =>
    severity === 'DEBUG' || severity === 'INFO'
      ? []
      : [{ ruleId, severity, message, place: [entity?.logicalId, propertyPath].filter(Boolean).join('.') }],
  );
}
