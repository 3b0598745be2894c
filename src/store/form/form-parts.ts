import type { DeskLink, FormDocument, FormRepository } from '../../ports/forms.ts';
import { prepareChange, prepareRows } from '../prepared.ts';
import type { RowParts } from '../row-parts.ts';
import type { KeyedDigest, Sealed } from '../tables.ts';

type PartsOfForms = Pick<
  FormRepository,
  'saveDocument' | 'hasDocument' | 'findDocument' | 'removeDocument' | 'addDeskLink' | 'findDeskLink'
>;

/** What hangs on a form: a document's image on its way, and links for the desk. */
export function createFormParts(
  parts: RowParts,
): PartsOfForms & { readonly forgetParts: (formId: string) => Promise<void> } {
  const { sealing, digests } = parts;
  const statements = createStatements(parts);
  return {
    async saveDocument(formId, document) {
      await statements.saveDocument({ formId, sealed: sealing.seal(documentPlace(formId), document) });
    },
    hasDocument: async (formId) => (await statements.hasDocument({ formId })).length > 0,
    async findDocument(formId) {
      const [row] = await statements.findDocument({ formId });
      return row && (sealing.open(documentPlace(formId), row.sealed) as FormDocument);
    },
    async removeDocument(formId) {
      await statements.removeDocument({ formId });
    },
    async addDeskLink({ token, formId, actor, validUntil }) {
      const digest = digests.formToken(token);
      await statements.addLink({ digest, formId, validUntil, sealed: sealing.seal(linkPlace(formId), actor) });
    },
    async findDeskLink(token, now) {
      const [row] = await statements.findLink({ digest: digests.formToken(token), now });
      if (row === undefined) return undefined;
      const { sealed, ...link } = row;
      return { ...link, actor: sealing.open(linkPlace(row.formId), sealed) as string } satisfies DeskLink;
    },
    async forgetParts(formId) {
      await statements.removeDocument({ formId });
      await statements.removeLinks({ formId });
    },
  };
}

function documentPlace(formId: string): string {
  return `form_document/${formId}`;
}

function linkPlace(formId: string): string {
  return `form_desk_link/${formId}`;
}

function createStatements({ database }: RowParts) {
  return {
    saveDocument: prepareChange(database, (given: { formId: string; sealed: Sealed }) =>
      database
        .insertInto('form_document')
        .values({ form_id: given.formId, sealed_document: given.sealed })
        .onConflict((conflict) => conflict.column('form_id').doUpdateSet({ sealed_document: given.sealed })),
    ),
    hasDocument: prepareRows(database, (given: { formId: string }) =>
      database.selectFrom('form_document').select('form_id as formId').where('form_id', '=', given.formId),
    ),
    findDocument: prepareRows(database, (given: { formId: string }) =>
      database.selectFrom('form_document').select('sealed_document as sealed').where('form_id', '=', given.formId),
    ),
    removeDocument: prepareChange(database, (given: { formId: string }) =>
      database.deleteFrom('form_document').where('form_id', '=', given.formId),
    ),
    addLink: prepareChange(
      database,
      (given: { digest: KeyedDigest; formId: string; validUntil: string; sealed: Sealed }) =>
        database.insertInto('form_desk_link').values({
          token_digest: given.digest,
          form_id: given.formId,
          valid_until: given.validUntil,
          sealed_actor: given.sealed,
        }),
    ),
    findLink: prepareRows(database, (given: { digest: KeyedDigest; now: string }) =>
      database
        .selectFrom('form_desk_link')
        .select(['form_id as formId', 'valid_until as validUntil', 'sealed_actor as sealed'])
        .where('token_digest', '=', given.digest)
        .where('valid_until', '>', given.now),
    ),
    removeLinks: prepareChange(database, (given: { formId: string }) =>
      database.deleteFrom('form_desk_link').where('form_id', '=', given.formId),
    ),
  };
}
