export interface Layer {
  readonly folder: string;
  /** Folders it may import from, besides its own. */
  readonly sees: readonly string[];
}

const BASE = ['shared/util', 'shared/model', 'shared/catalog'];
const CORE = [...BASE, 'shared/topology'];
const ANALYSES = [
  'shared/commands',
  'shared/validation',
  'shared/resilience',
  'shared/pricing',
  'shared/layout',
  'shared/review',
];
const SHARED = [...CORE, ...ANALYSES];
const TOP = [...SHARED, 'shared/assessment', 'shared/ipc', 'exporters', 'importers'];

/** Who may import whom. Arrows go down only; folders side by side are blind to one another. */
export const layers: readonly Layer[] = [
  { folder: 'shared/util', sees: [] },
  { folder: 'shared/model', sees: ['shared/util'] },
  { folder: 'shared/catalog', sees: ['shared/util', 'shared/model'] },
  { folder: 'shared/topology', sees: BASE },
  ...ANALYSES.map((folder) => ({ folder, sees: CORE })),
  // Where the analyses meet: what one knows is handed to another as an argument.
  { folder: 'shared/assessment', sees: SHARED },
  { folder: 'shared/ipc', sees: ['shared/util', 'shared/model', 'shared/pricing'] },
  { folder: 'shared/testing', sees: [...SHARED, 'shared/assessment'] },
  { folder: 'exporters', sees: SHARED },
  { folder: 'importers', sees: SHARED },
  // Plain Node without Electron: the command line reads live prices the way the app does.
  { folder: 'app/main/files', sees: TOP },
  { folder: 'app/main/pricing', sees: [...TOP, 'app/main/files'] },
  { folder: 'app/main', sees: [...TOP, 'app/main/files', 'app/main/pricing'] },
  { folder: 'app/renderer', sees: TOP },
  { folder: 'cli', sees: [...TOP, 'app/main/files', 'app/main/pricing'] },
  { folder: 'scripts', sees: [...TOP, 'shared/testing'] },
  { folder: 'bench', sees: [...TOP, 'shared/testing', 'scripts'] },
  { folder: 'conformance', sees: [...TOP, 'shared/testing', 'scripts'] },
  { folder: 'e2e', sees: [...TOP, 'shared/testing', 'scripts'] },
];

/** Configuration of tools that stands in the root. */
export const rootFiles: ReadonlySet<string> = new Set([
  'electron.vite.config.ts',
  'vitest.config.ts',
  'playwright.config.ts',
]);

/** One thing a file: those of one folder do not import one another, except for the files named (what they share). */
export const oneThingPerFile: Readonly<Record<string, readonly string[]>> = {
  'shared/catalog/services': [],
  'shared/validation/rules/availability': [],
  'shared/validation/rules/connectivity': [],
  'shared/validation/rules/network': [],
  'shared/validation/rules/state': [],
  'shared/pricing/sheets': ['cache-charges', 'load-balancer-charges', 'machine-charges'],
  'exporters/cloudformation/resources': [],
  // Where things land is a question that several verbs ask.
  'shared/commands': ['drop-target'],
  'cli/commands': [],
};

/** Folders that run anywhere: no page, no Node, no clock. */
export const pureFolders = ['shared', 'exporters', 'importers'] as const;

/** The only file that may say the word. */
export const sanctioned: readonly {
  readonly word: RegExp;
  readonly file: string;
  readonly within: readonly string[];
}[] = [
  { word: /\bipcMain\b/, file: 'app/main/ipc/register.ts', within: ['app', 'shared', 'exporters', 'cli'] },
  { word: /\bcontextBridge\b/, file: 'app/main/preload/index.ts', within: ['app', 'shared', 'exporters', 'cli'] },
  { word: /\bwindow\.desktop\b/, file: 'app/renderer/desktop.ts', within: ['app', 'shared', 'exporters', 'cli'] },
  {
    word: /['"]js-yaml['"]/,
    file: 'exporters/cloudformation/to-yaml.ts',
    within: ['app', 'shared', 'exporters', 'cli'],
  },
];
