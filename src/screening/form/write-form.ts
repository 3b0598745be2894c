import type { FieldProblems } from '../../domain/form/check-answers.ts';
import type { FormContent } from '../../domain/form/form-content.ts';
import type { FormChange } from '../../ports/forms.ts';
import type { Rows, Store } from '../../ports/store.ts';
import { type FormCase, type FormCaseParts, findCase, isUnlocked, toCase } from './form-case.ts';
import { toSession } from './form-session.ts';
import type { FormAccess, FormWriting } from './guest-form.ts';

export interface WriteFormParts extends FormCaseParts {
  readonly store: Store;
}

/** What a write says: what is wrong with it, or nothing. */
export type WriteResult = FieldProblems | undefined;

/**
 * Lets a guest write: finds the form by its link, sees that the writer has seen the newest revision where one is named, and
 * answers the form as it is afterwards. All in one transaction.
 */
export function writeForm(
  parts: WriteFormParts,
  { access, revision }: { readonly access: FormAccess; readonly revision?: number },
  write: (rows: Rows, found: FormCase) => Promise<WriteResult>,
): Promise<FormWriting> {
  return parts.store.transaction(async (rows) => {
    const found = await findCase(rows, access.token, parts);
    if (found === undefined) return { kind: 'gone' };
    if (!isUnlocked(found, access, parts)) return { kind: 'locked' };
    if (revision !== undefined && revision !== found.form.revision) {
      return { kind: 'stale', session: await toSession(rows, found, parts) };
    }
    const problems = await write(rows, found);
    const now = await toCase(rows, await rows.forms.get(found.form.id), { parts, filledBy: found.filledBy });
    const session = await toSession(rows, now ?? found, parts);
    if (problems === undefined || Object.keys(problems).length === 0) return { kind: 'saved', session };
    return { kind: 'problems', problems, session };
  });
}

/** Saves as a new revision of the same form. */
export async function saveContent(
  rows: Rows,
  { form }: FormCase,
  { content, ...change }: Omit<FormChange, 'content' | 'revision'> & { readonly content: Partial<FormContent> },
): Promise<void> {
  const revision = form.revision + 1;
  await rows.forms.save(form.id, { ...change, revision, content: { ...form.content, ...content } });
}
