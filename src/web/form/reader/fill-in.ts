import { findAlpha2 } from '../../../domain/iso-countries.ts';
import { type FieldTexts, fillFields, keepForLater } from '../later-fields.ts';
import type { ReadDocument } from './document-zone.ts';

/** Puts what was read into the fields of this page, and keeps what a later page asks for. Names that stand there stay. */
export function fillIn(found: ReadDocument): void {
  const { firstName, lastName } = found;
  const names = Object.entries({ firstName, lastName }).filter(([name]) => isEmpty(name));
  keepForLater(fillFields({ ...toTexts(found), ...Object.fromEntries(names) }));
}

function toTexts(found: ReadDocument): FieldTexts {
  const { documentMrz, documentNumber, documentType, gender } = found;
  return {
    ...{ documentMrz, documentNumber, documentType, gender },
    documentIssuingCountry: toCountry(found.issuingState),
    nationality: toCountry(found.nationality),
    ...toDateTexts('birthDate', found.birthDate),
    ...toDateTexts('documentExpiresOn', found.documentExpiresOn),
  };
}

function isEmpty(name: string): boolean {
  return document.querySelector<HTMLInputElement>(`main [name="${name}"]`)?.value === '';
}

function toDateTexts(name: string, date: string): FieldTexts {
  const [year = '', month = '', day = ''] = date.split('-');
  return { [`${name}.year`]: year, [`${name}.month`]: month, [`${name}.day`]: day };
}

/** Germany alone has a code of one letter on its documents. */
function toCountry(code: string): string {
  return code === 'D' ? 'DE' : (findAlpha2(code) ?? '');
}
