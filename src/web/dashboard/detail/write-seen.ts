import { ProblemError } from '../../../client/client.ts';
import type { Detail } from './detail.ts';

interface AboutSeen {
  readonly params: { readonly path: { readonly id: string } };
  readonly headers: { readonly 'If-Match': string };
}

/**
 * Writes about a guest as somebody saw them. Where a colleague was faster nothing is written over: it throws
 * `version_conflict`, and what there is now is loaded behind the dialog.
 */
export async function writeSeen<Answer>(
  { id, version }: Pick<Detail, 'id' | 'version'>,
  reload: () => void,
  write: (about: AboutSeen) => Promise<Answer>,
): Promise<Answer> {
  try {
    return await write({ params: { path: { id } }, headers: { 'If-Match': version } });
  } catch (error) {
    if (error instanceof ProblemError && error.code === 'version_conflict') reload();
    throw error;
  }
}
