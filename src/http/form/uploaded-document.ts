import { fileTypeFromBuffer } from 'file-type';
import type { FieldProblem } from '../../domain/form/read-values.ts';
import type { FormDocument } from '../../ports/forms.ts';
import type { UploadedFile } from './form-body.ts';

const taken: Readonly<Record<string, string>> = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'application/pdf': 'pdf',
};

/** A document's picture, told by its content: what the browser calls the file counts for nothing, not even its name. */
export async function readUpload(file: UploadedFile): Promise<FormDocument | { readonly problem: FieldProblem }> {
  if (file.isTooLarge) return { problem: 'file_too_large' };
  const contentType = (await fileTypeFromBuffer(file.content))?.mime ?? '';
  const ending = taken[contentType];
  if (ending === undefined) return { problem: 'file_not_an_image' };
  return { fileName: `document.${ending}`, contentType, content: file.content.toString('base64') };
}
