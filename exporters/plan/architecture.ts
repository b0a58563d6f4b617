/** Processor architecture of an image, as AWS writes it in image names. */
export type Architecture = 'arm64' | 'x86_64';

/**
 * Graviton families have a `g` right after the generation number (`t4g`, `c7gn`, `im4gn`), and `a1` is the first one.
 * Amazon EC2 User Guide, "Amazon EC2 instance type naming conventions".
 */
export const architectureOf = (instanceType: string): Architecture =>
  /^(a1|[a-z]+\d+g[a-z]*)\./.test(instanceType) ? 'arm64' : 'x86_64';
