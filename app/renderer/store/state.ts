import type { Theme } from '../../../shared/ipc/settings';
import type { Design } from '../../../shared/model/design';
import type { DesignDiff } from '../../../shared/model/diff';
import type { History } from '../../../shared/model/history';
import type { Estimate } from '../../../shared/pricing/estimate';
import type { MonthlyFigure } from '../../../shared/pricing/money';
import type { PriceBooks } from '../../../shared/pricing/price-book';
import type { Topology } from '../../../shared/topology/topology';
import type { Counts, Finding, WaivedFinding, WaiverStanding } from '../../../shared/validation/rule';
import type { OutageView } from '../outage/outage-view';
import type { ToastMessage } from '../ui/toast';
import type { DialogState } from './dialogs';
import type { ExportView, LastExport } from './exporting';
import type { Layers } from './layers';
import type { Panels } from './panels';
import type { Selection } from './selection';

/** What a check says of a design. */
export interface Judgement {
  /** What matters most first. */
  readonly findings: readonly Finding[];
  /** Findings that somebody accepts. */
  readonly waived: readonly WaivedFinding[];
  /** All waivers of the design. */
  readonly waivers: readonly WaiverStanding[];
  readonly counts: Counts;
  /** By element or connection id; absent where there are none. */
  readonly findingsOf: ReadonlyMap<string, readonly Finding[]>;
}

/** What follows from a design. Objects keep their identity while their values stay the same. */
export interface Analysis extends Judgement {
  readonly topology: Topology;
  /** Null until the price books are loaded. */
  readonly estimate: Estimate | null;
  /** Monthly figure by element or connection id; absent where nothing is paid for. */
  readonly costOf: ReadonlyMap<string, MonthlyFigure>;
}

/** The file behind the window. The page holds a ticket, never a path. */
export interface DocumentInfo {
  readonly ticket: string;
  readonly name: string;
  readonly folder: string | null;
  readonly revision: string | null;
  /** Opened with changes that no file holds (a recovered draft, an earlier version). */
  readonly isUnsavedFromStart: boolean;
}

/** An edit in progress: everything dispatched until its end becomes one undo step. */
export interface Gesture {
  readonly name: string;
  /** The design to return to on cancel. */
  readonly base: Design;
  readonly diff: DesignDiff;
}

/** A fix as it would turn out. `design` and `diff` include the containers' new sizes. */
export interface FixPreview {
  readonly findingKey: string;
  readonly fixId: string;
  readonly title: string;
  readonly design: Design;
  readonly diff: DesignDiff;
  readonly analysis: Analysis;
}

/** Ids to bring out: what fails (`cut`) and the elements and connections that go dark with it (`path`). */
export interface Highlight {
  readonly cut: ReadonlySet<string>;
  readonly path: ReadonlySet<string>;
}

export type Tool = 'select' | 'hand' | 'connect' | 'note';
/** What the list of problems looks for: all safe fixes, or the cheapest ones that reach an availability. */
export type Mending = 'safe' | 'reach';
export type DrawerTab = 'problems' | 'cost' | 'code';

export interface View {
  readonly theme: Theme;
  readonly panels: Panels;
  readonly layers: Layers;
  readonly drawerTab: DrawerTab;
  /** Shown above the problems; null for nothing. */
  readonly mending: Mending | null;
  readonly tool: Tool;
  /** The bar that finds elements on the canvas is shown. */
  readonly findOpen: boolean;
}

/** The whole state of the page. Written only by the store's own functions. */
export interface AppState extends Analysis {
  readonly design: Design;
  /** The design as it was opened. */
  readonly opened: Design;
  readonly books: PriceBooks | null;
  /** The findings are those of a moment ago: the design is large, and its check is still under way. */
  readonly isChecking: boolean;
  readonly history: History;
  readonly gesture: Gesture | null;
  /** Null while the start screen is shown. */
  readonly document: DocumentInfo | null;
  /** ISO time of the last draft kept; null where there is none. */
  readonly draftTime: string | null;
  readonly selection: Selection;
  /** Element or connection under the pointer, on the canvas or in a list. */
  readonly hover: string | null;
  readonly highlight: Highlight | null;
  readonly preview: FixPreview | null;
  /** The outage that is being looked at; null outside of outage mode. */
  readonly outage: OutageView | null;
  /** Elements and connections whose way of requests has the light; null outside of focus mode. */
  readonly focus: readonly string[] | null;
  readonly view: View;
  readonly exporting: ExportView;
  /** What was last exported, by document and target (`lastExportKey`). */
  readonly lastExports: ReadonlyMap<string, LastExport>;
  readonly dialog: DialogState | null;
  readonly messages: readonly ToastMessage[];
  /** Last sentence for screen readers. */
  readonly announcement: string;
}
