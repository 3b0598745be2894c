import type { FormMailRecord, MailRepository } from '../../ports/mail.ts';
import { prepareChange, prepareRows } from '../prepared.ts';
import type { RowParts } from '../row-parts.ts';

export function createMails({ database }: RowParts): MailRepository {
  const list = prepareRows(database, (given: { formId: string }) =>
    database
      .selectFrom('form_mail')
      .select(['form_id as formId', 'kind', 'no', 'generation', 'state', 'at'])
      .where('form_id', '=', given.formId)
      .orderBy('at')
      .orderBy('no'),
  );
  const save = prepareChange(database, ({ formId, kind, no, generation, state, at }: FormMailRecord) =>
    database
      .insertInto('form_mail')
      .values({ form_id: formId, kind, no, generation, state, at })
      .onConflict((conflict) => conflict.columns(['form_id', 'kind', 'no']).doUpdateSet({ generation, state, at })),
  );
  const stop = prepareChange(database, (given: { formId: string; at: string }) =>
    database
      .insertInto('mail_stop')
      .values({ form_id: given.formId, at: given.at })
      .onConflict((conflict) => conflict.column('form_id').doNothing()),
  );
  const findStop = prepareRows(database, (given: { formId: string }) =>
    database.selectFrom('mail_stop').select('at').where('form_id', '=', given.formId),
  );
  return {
    list: (formId) => list({ formId }),
    async save(record) {
      await save(record);
    },
    stop: async (formId, at) => (await stop({ formId, at })) > 0,
    async findStop(formId) {
      const [row] = await findStop({ formId });
      return row?.at;
    },
  };
}
