import { randomUUID } from 'node:crypto';
import { emptyContent, type FormContent } from '../../domain/form/form-content.ts';
import type { Rows } from '../../ports/store.ts';
import type { FormCase } from './form-case.ts';
import { listParty } from './form-session.ts';
import type { Companion } from './guest-form.ts';
import type { SubmitParts } from './submit-form.ts';

/** Whom a booker speaks of: somebody on the list, or `new` where there is room; `undefined` where there is neither. */
export async function findPlace(
  rows: Rows,
  found: FormCase,
  { id, parts }: { readonly id: string | undefined; readonly parts: SubmitParts },
): Promise<Companion | 'new' | undefined> {
  const { most, listed } = await listParty(rows, found, parts);
  if (id !== undefined) return listed.find((other) => other.id === id);
  return listed.length < most ? 'new' : undefined;
}

/** A form of somebody whom the PMS does not know yet; answers its id. */
export async function addCompanionForm(
  rows: Rows,
  { found, content }: { readonly found: FormCase; readonly content: Partial<FormContent> },
  { forms }: SubmitParts,
): Promise<string> {
  const id = randomUUID();
  const { propertyId, reservationId } = found.form;
  await rows.forms.add({
    ...{ id, propertyId, reservationId, generation: 1, openedAt: found.at },
    hostFormId: found.form.id,
    token: forms.links.toToken(id, 1),
    content: { ...emptyContent, ...content },
  });
  return id;
}
