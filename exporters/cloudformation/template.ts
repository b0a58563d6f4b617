import type { Json, JsonObject } from '../../shared/util/json';

/** What becomes of a resource's data when the resource is deleted or replaced. */
export type RetentionPolicy = 'Delete' | 'Retain' | 'Snapshot';

/**
 * One resource of a template; intrinsics stand in their long JSON form (`{ Ref: … }`, `{ 'Fn::GetAtt': … }`). The fields are
 * written in this order; those that are undefined are not.
 */
export interface Resource {
  readonly Type: string;
  /** Made in one environment alone. */
  readonly Condition?: string | undefined;
  readonly DependsOn?: readonly string[] | undefined;
  readonly DeletionPolicy?: RetentionPolicy | undefined;
  readonly UpdateReplacePolicy?: RetentionPolicy | undefined;
  readonly UpdatePolicy?: JsonObject | undefined;
  readonly Metadata?: JsonObject | undefined;
  readonly Properties?: JsonObject | undefined;
}

export interface Parameter {
  readonly Type: string;
  readonly Description: string;
  readonly Default?: string;
  readonly AllowedValues?: readonly string[];
  readonly AllowedPattern?: string;
  readonly MinValue?: number;
  readonly MaxValue?: number;
  readonly ConstraintDescription?: string;
}

export interface Output {
  readonly Condition?: string;
  readonly Description: string;
  readonly Value: Json;
}

/** Resources that are written together under one comment. */
export interface Section {
  /** One line of plain text. */
  readonly title: string;
  readonly resources: ReadonlyMap<string, Resource>;
}

/** A CloudFormation template with the order and the grouping in which it is written. */
export interface Template {
  readonly description: string;
  readonly parameters: ReadonlyMap<string, Parameter>;
  /** Absent where everything is the same in every environment. */
  readonly conditions?: ReadonlyMap<string, JsonObject>;
  /** The parameter that says the environment, which the conditions ask. */
  readonly environment?: string;
  readonly sections: readonly Section[];
  readonly outputs: ReadonlyMap<string, Output>;
}

export const FORMAT_VERSION = '2010-09-09';
