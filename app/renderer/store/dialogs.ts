import type { RecoveryEntry, VersionEntry } from '../../../shared/ipc/documents';
import type { TemplateEntry } from '../../../shared/ipc/templates';
import type { Waiver } from '../../../shared/model/design';

/** The modal dialog on screen; there is at most one. */
export type DialogState =
  | { readonly kind: 'export' }
  | { readonly kind: 'shortcuts' }
  | { readonly kind: 'commands' }
  /** Designs side by side: the open one, or the two WordPress examples. */
  | { readonly kind: 'compare'; readonly with: 'open' | 'wordpress' }
  /** Accepting findings of a rule on an element; `waiver` is the one to edit. */
  | { readonly kind: 'waiver'; readonly rule: string; readonly element: string; readonly waiver: Waiver | null }
  | { readonly kind: 'saveTemplate' }
  | { readonly kind: 'renameTemplate'; readonly template: TemplateEntry }
  | { readonly kind: 'deleteTemplate'; readonly template: TemplateEntry }
  | { readonly kind: 'versions'; readonly entries: readonly VersionEntry[] }
  | { readonly kind: 'recovery'; readonly entries: readonly RecoveryEntry[] }
  | {
      readonly kind: 'fault';
      readonly title: string;
      readonly message: string;
      readonly details: readonly string[];
      readonly offerSaveAs?: boolean;
    };
