import { findAlpha2 } from '../../../domain/iso-countries.ts';
import type { ReadDocument } from './document-zone.ts';

/** Puts what was read into the fields of this page; what the page does not ask for is not kept. */
export function fillIn(found: ReadDocument): void {
  setText('documentMrz', found.documentMrz);
  setText('documentNumber', found.documentNumber);
  setText('documentType', found.documentType);
  setCountry('documentIssuingCountry', found.issuingState);
  setCountry('nationality', found.nationality);
  setDate('birthDate', found.birthDate);
  setDate('documentExpiresOn', found.documentExpiresOn);
  setEmpty('firstName', found.firstName);
  setEmpty('lastName', found.lastName);
}

type Control = HTMLInputElement | HTMLSelectElement;

function find(name: string): Control | null {
  return document.querySelector<Control>(`main [name="${name}"]`);
}

function setText(name: string, value: string): void {
  const control = find(name);
  if (control === null || value === '') return;
  control.value = value;
  control.dispatchEvent(new Event('input', { bubbles: true }));
}

function setEmpty(name: string, value: string): void {
  if (find(name)?.value === '') setText(name, value);
}

function setDate(name: string, date: string): void {
  const [year = '', month = '', day = ''] = date.split('-');
  setText(`${name}.year`, year);
  setText(`${name}.month`, month);
  setText(`${name}.day`, day);
}

/** Germany alone has a code of one letter on its documents. */
function setCountry(name: string, code: string): void {
  setText(name, code === 'D' ? 'DE' : (findAlpha2(code) ?? ''));
}
