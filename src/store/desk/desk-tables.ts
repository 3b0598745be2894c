import type { Sealed } from '../column-kinds.ts';

/** What staff say about guests, and who looks after whom. */
export interface DeskTables {
  readonly guest_note: GuestNoteTable;
  readonly assignment: AssignmentTable;
}

export interface GuestNoteTable {
  readonly id: string;
  readonly property_id: string;
  readonly guest_id: string;
  readonly created_at: string;
  /** Text and author. */
  readonly sealed_note: Sealed;
}

export interface AssignmentTable {
  readonly property_id: string;
  readonly reservation_id: string;
  readonly guest_id: string;
  readonly assignee_id: string;
  readonly assigned_at: string;
  readonly sealed_name: Sealed;
}
