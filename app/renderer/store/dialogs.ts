import type { RecoveryEntry, VersionEntry } from '../../../shared/ipc/documents';
import type { TemplateEntry } from '../../../shared/ipc/templates';

/** The modal dialog on screen; there is at most one. */
export type DialogState =
  | { readonly kind: 'export' }
  | { readonly kind: 'shortcuts' }
  | { readonly kind: 'commands' }
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
