import { fillIn } from './fill-in.ts';
import { readDocument } from './read-document.ts';

/** Reads a document's picture into the fields of this page; whether it could be read. */
export async function readInto(picture: Blob, onReady: () => void): Promise<boolean> {
  const found = await readDocument(picture, onReady);
  if (found !== undefined) fillIn(found);
  return found !== undefined;
}
