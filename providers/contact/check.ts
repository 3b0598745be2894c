import type { CheckAnswer, MatchStrength } from '../../src/domain/finding.ts';
import { isRelayEmail } from '../../src/domain/relay-emails.ts';
import type { CheckContext, CheckProvider, DeclaredFields } from '../../src/ports/check-provider.ts';
import { isDisposableDomain } from './disposable-domains.ts';
import { findEmailAddress } from './email-address.ts';
import { findMailServers, type NameServer, openNameServer } from './mail-servers.ts';
import { manifest } from './manifest.ts';
import { type Notice, notices } from './notices.ts';
import { readPhoneNumber } from './phone-number.ts';

export function createContact(openServer: () => NameServer): CheckProvider {
  return {
    manifest,
    check: async (fields, context) => {
      const ofPhones = listPhoneNotices(fields, context);
      const ofEmail = await findEmailNotice(fields, context, openServer);
      return toAnswer(ofEmail === undefined ? ofPhones : [ofEmail, ...ofPhones]);
    },
  };
}

export const contact = createContact(openNameServer);

async function findEmailNotice(
  { email }: DeclaredFields,
  { settings, signal }: CheckContext,
  openServer: () => NameServer,
): Promise<Notice | undefined> {
  if (email === undefined || isPlaceholder(email)) return undefined;
  const address = findEmailAddress(email);
  if (address === undefined) return notices.malformedEmail;
  if (isRelayEmail(email)) return notices.relayEmail;
  if (isDisposableDomain(address.domain)) return notices.disposableEmail;
  if (settings.isMxLookupAllowed !== true) return undefined;
  switch (await findMailServers(address.domain, openServer(), signal)) {
    case 'found':
      return undefined;
    case 'none':
      return notices.undeliverableEmail;
    case 'unknown':
      return notices.unknownMailServers;
  }
}

/** A number that cannot be dialled matters only where there is none that can. Another country never matters: people move. */
function listPhoneNotices({ phone, cellPhone, country }: DeclaredFields, { phoneCountry }: CheckContext): Notice[] {
  const readings = [phone, cellPhone]
    .filter((text) => text !== undefined && !isPlaceholder(text))
    .map((text) => readPhoneNumber(text ?? '', [country, phoneCountry]));
  const isOneInvalid = readings.some(({ kind }) => kind === 'invalid');
  const valid = readings.filter((reading) => reading.kind === 'valid');
  const phoneCountries = valid.map((reading) => reading.country).filter((code) => code !== undefined);
  const isElsewhere = country !== undefined && phoneCountries.length > 0 && !phoneCountries.includes(country);
  return [
    ...(isOneInvalid ? [valid.length === 0 ? notices.invalidPhone : notices.oneInvalidPhone] : []),
    ...(isElsewhere ? [notices.phoneElsewhere] : []),
  ];
}

/** What a desk writes where there is nothing to write. */
function isPlaceholder(text: string): boolean {
  return !/[\p{L}\p{N}]/u.test(text) || /^(?:n\/?a|none|no|null|undefined)$/i.test(text.trim());
}

function toAnswer(noticed: readonly Notice[]): CheckAnswer {
  const reasons = noticed.map(({ reason }) => reason);
  const strengths: readonly MatchStrength[] = ['strong', 'likely', 'possible'];
  const strength = strengths.find((wanted) => noticed.some(({ weight }) => weight === wanted));
  if (strength === undefined) {
    return { result: noticed.some(({ weight }) => weight === 'unknown') ? 'unavailable' : 'clear', reasons };
  }
  const words = noticed.map((notice) => notice.words).filter((said) => said !== '');
  return { result: 'match', strength, reasons, note: words.join(', ') };
}
