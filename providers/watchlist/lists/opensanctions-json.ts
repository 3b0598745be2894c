import { decodeText } from './decode-text.ts';
import { readJsonLines } from './json-lines.ts';
import { ListFileError } from './list-file-error.ts';
import { defaultMaxBytes, getFile } from './list-reader.ts';
import type { ListFiles, ListReader, ReadContext } from './list-reader.ts';
import {
  findOpenSanctionsEntity,
  readOpenSanctionsDocument,
  readOpenSanctionsPerson,
  readOpenSanctionsSanction,
} from './opensanctions-entity.ts';
import type { OpenSanctionsEntity } from './opensanctions-entity.ts';
import type { PersonDraft } from './person-draft.ts';
import { PersonDrafts } from './person-drafts.ts';

const documentSchemas = ['Passport', 'Identification'];

/** OpenSanctions' `targets.nested.json`: a target a line, with its sanctions and documents written out within it. */
export const readOpenSanctionsNested: ListReader = async (files, context) => {
  const drafts = new PersonDrafts(context);
  for await (const entity of entitiesOf(files, context)) {
    if (entity.schema !== 'Person') continue;
    const draft = drafts.getOrAdd(entity.id);
    readOpenSanctionsPerson(entity, draft);
    for (const nested of entity.listNested()) readAbout(nested, draft);
  }
  return drafts.toEdition(context.listId, undefined);
};

/**
 * OpenSanctions' `entities.ftm.json`: every entity a line, in any order; sanctions and documents name their person. It
 * is read twice, first the persons and then what is said about them, so that no more than the persons is ever held.
 */
export const readOpenSanctionsFtm: ListReader = async (files, context) => {
  const drafts = new PersonDrafts(context);
  for await (const entity of entitiesOf(files, context)) {
    if (entity.schema === 'Person' && entity.isTarget) readOpenSanctionsPerson(entity, drafts.getOrAdd(entity.id));
  }
  for await (const entity of entitiesOf(files, context)) {
    for (const id of [...entity.valuesOf('entity'), ...entity.valuesOf('holder')]) {
      const draft = drafts.find(id);
      if (draft) readAbout(entity, draft);
    }
  }
  return drafts.toEdition(context.listId, undefined);
};

function readAbout(entity: OpenSanctionsEntity, draft: PersonDraft): void {
  if (entity.schema === 'Sanction') readOpenSanctionsSanction(entity, draft);
  if (documentSchemas.includes(entity.schema)) readOpenSanctionsDocument(entity, draft);
}

async function* entitiesOf(files: ListFiles, context: ReadContext): AsyncGenerator<OpenSanctionsEntity> {
  const text = decodeText(getFile(files), { maxBytes: context.maxBytes ?? defaultMaxBytes });
  let line = 0;
  for await (const value of readJsonLines(text)) {
    line += 1;
    const entity = findOpenSanctionsEntity(value);
    if (!entity) throw new ListFileError('not_a_list', { line });
    yield entity;
  }
}
