import type { RecoveryEntry, VersionEntry } from '../../../shared/ipc/documents';

/** The modal dialog on screen; there is at most one. */
export type DialogState =
  | { readonly kind: 'export' }
  | { readonly kind: 'shortcuts' }
  | { readonly kind: 'commands' }
  | { readonly kind: 'versions'; readonly entries: readonly VersionEntry[] }
  | { readonly kind: 'recovery'; readonly entries: readonly RecoveryEntry[] }
  | {
      readonly kind: 'fault';
      readonly title: string;
      readonly message: string;
      readonly details: readonly string[];
      readonly offerSaveAs?: boolean;
    };
