import { getLivingGuest } from './guest-changes.ts';
import { hasPaymentDigits } from './payment-digits.ts';
import type { NoteRecord } from './records.ts';
import { Refusal } from './refusal.ts';
import { getGuest, type WorldState } from './world-state.ts';

export function addNote(state: WorldState, guestId: string, text: string): NoteRecord {
  const guest = getLivingGuest(state, guestId);
  requireNoPaymentData(text);
  const nowMs = state.nowMs();
  const note: NoteRecord = { noteId: state.drawId('note'), text, createdAtMs: nowMs, modifiedAtMs: nowMs };
  guest.notes.push(note);
  return note;
}

export function changeNote(
  state: WorldState,
  guestId: string,
  { noteId, text }: { noteId: string; text: string },
): void {
  requireNoPaymentData(text);
  const note = getGuest(state, guestId).notes.find((other) => other.noteId === noteId);
  if (note === undefined) throw new Refusal('Note not found', 'not_found');
  note.text = text;
  note.modifiedAtMs = state.nowMs();
}

export function deleteNote(state: WorldState, guestId: string, noteId: string): void {
  const { notes } = getGuest(state, guestId);
  const index = notes.findIndex((note) => note.noteId === noteId);
  if (index < 0) throw new Refusal('Note not found', 'not_found');
  notes.splice(index, 1);
}

export function requireNoPaymentData(text: string): void {
  if (hasPaymentDigits(text)) throw new Refusal('The note looks like unencrypted payment data');
}
