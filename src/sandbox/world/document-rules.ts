import { Refusal } from './refusal.ts';

export interface SentDocument {
  readonly guestDocumentType?: string | undefined;
  readonly guestDocumentNumber?: string | undefined;
  readonly guestDocumentIssueDate?: string | undefined;
  readonly guestDocumentIssuingCountry?: string | undefined;
  readonly guestDocumentExpirationDate?: string | undefined;
}

const withoutIssueDate = new Set(['dni', 'cpf']);
const withoutExpirationDate = new Set(['dni', 'nie', 'cpf']);

/** Document data is all or nothing; `na` is the choice of no document. What the guest has already does not count. */
export function requireWholeDocument(sent: SentDocument): void {
  const { guestDocumentType: type } = sent;
  if (type === undefined) {
    const stray = Object.entries(sent).find(([name, value]) => name.startsWith('guestDocument') && value !== undefined);
    if (stray !== undefined) throw new Refusal(`guestDocumentType is required with ${stray[0]}`);
    return;
  }
  if (type === 'na') return;
  requireField(sent, 'guestDocumentNumber');
  requireField(sent, 'guestDocumentIssuingCountry');
  if (!withoutIssueDate.has(type)) requireField(sent, 'guestDocumentIssueDate');
  if (!withoutExpirationDate.has(type)) requireField(sent, 'guestDocumentExpirationDate');
}

function requireField(sent: SentDocument, name: keyof SentDocument): void {
  if (sent[name] === undefined || sent[name] === '')
    throw new Refusal(`${name} is required with this guestDocumentType`);
}
