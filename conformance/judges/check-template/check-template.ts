import type { JsonObject } from '../../../shared/util/json';
import type { Complaint } from './complaint';
import { checkProperties } from './properties';
import { checkCycles, checkReferences } from './references';
import { loadResourceSpec } from './resource-spec';
import { checkStructure } from './structure';
import { collectSymbols } from './symbols';

/**
 * Holds a template against the CloudFormation resource specification.
 * @param template the parsed template, intrinsics in their long form
 * @param bytes size of the template's text as it is sent to CloudFormation
 * @returns nothing for a sound template, else one complaint per fault
 */
export function checkTemplate(template: JsonObject, bytes = JSON.stringify(template).length): Complaint[] {
  const complaints: Complaint[] = [];
  const complain = (code: Complaint['code'], path: string, message: string): void => {
    complaints.push({ code, path, message });
  };
  const spec = loadResourceSpec();
  const symbols = collectSymbols(template, spec);
  checkStructure(template, bytes, complain);
  checkReferences(template, symbols, complain);
  checkCycles(symbols, complain);
  checkProperties(spec, symbols, complain);
  return complaints;
}
