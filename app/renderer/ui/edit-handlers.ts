/** How a control reports an edit: every valid state while typing, then the end of the edit. */
export interface EditHandlers<Value> {
  onEdit: (value: Value) => void;
  onCommit: () => void;
  onCancel: () => void;
}
