/* eslint-disable @typescript-eslint/no-non-null-assertion --
   offsets and person numbers come from the index itself */
import type { MatchIndex } from '../index/match-index.ts';
import { readName } from '../parts/read-name.ts';

export function entryIdOf({ persons }: MatchIndex, person: number): string {
  return textAt(persons.text, persons.idStarts[person]!, persons.idLengths[person]!);
}

/** A listed name as published. */
export function publishedName({ names, persons }: MatchIndex, name: number): string {
  return textAt(persons.text, names.textStarts[name]!, names.textLengths[name]!);
}

/** The parts of one reading of a listed name, as they were compared. */
export function partTextsOf(index: MatchIndex, name: number): string[] {
  let reading = 0;
  while (name - reading > 0 && index.names.textStarts[name - reading - 1] === index.names.textStarts[name])
    reading += 1;
  return readName(publishedName(index, name))[reading]?.map(({ text }) => text) ?? [];
}

/** A view of each index's texts that can decode them; made once, because making one takes longer than decoding an id. */
const views = new WeakMap<Uint8Array, Buffer>();

function textAt(text: Uint8Array, start: number, length: number): string {
  let view = views.get(text);
  if (view === undefined) {
    view = Buffer.from(text.buffer, text.byteOffset, text.byteLength);
    views.set(text, view);
  }
  return view.toString('utf8', start, start + length);
}
