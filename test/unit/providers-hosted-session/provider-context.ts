import { createProviderDoors } from '../../../src/checks/http/provider-doors.ts';
import { toDeclaredFields } from '../../../src/checks/declared-fields.ts';
import type { CheckAnswer } from '../../../src/domain/finding.ts';
import type { SubjectFields } from '../../../src/domain/subject.ts';
import type { CheckContext, CheckProvider, SettingValues } from '../../../src/ports/check-provider.ts';

export const now = new Date('2026-11-23T09:00:00.000Z');

export const guest: SubjectFields = {
  firstName: 'Zyxanna',
  lastName: 'Qwortzel',
  birthDate: '1987-06-05',
  email: 'zyxanna.qwortzel@canary.example',
  phone: '+49 171 9081726',
  documentNumber: 'X9Y8Z7W6V',
  isMainGuest: true,
  arrivesOn: '2026-12-01',
  departsOn: '2026-12-03',
  adults: 1,
  children: 0,
};

/** What of the guest no vendor may be told unless it must, and nobody may find in a URL, an error, a note or a code. */
export const traces: readonly string[] = ['zyxanna', 'qwortzel', '1987', 'canary', '9081726', 'x9y8z7w6v'];

export interface ContextParts {
  readonly settings: SettingValues;
  /** Which declared host is played by which server. */
  readonly testRoutes?: Readonly<Record<string, string>>;
  readonly changes?: Partial<CheckContext>;
}

/** What the service hands a provider: its door, its settings over the defaults. */
export function toContext({ manifest }: CheckProvider, parts: ContextParts): CheckContext {
  const defaults = Object.entries(manifest.settings).map(([name, setting]) => [name, setting.default]);
  const settings = { ...(Object.fromEntries(defaults) as SettingValues), ...parts.settings };
  const { signal } = new AbortController();
  const doors = createProviderDoors({ testRoutes: parts.testRoutes ?? {} });
  return {
    propertyId: 'P1',
    settings,
    phoneCountry: 'DE',
    now: now.toISOString(),
    signal,
    http: doors.open(manifest, settings, signal).http,
    questionId: 'Q1',
    callbackUrl: 'https://hotel.example/callbacks/x/y',
    houseList: { find: () => Promise.resolve([]) },
    ...parts.changes,
  };
}

/** Asks as the service does: with the declared fields of a guest, and no other. */
export function ask(provider: CheckProvider, fields: object, context: CheckContext): Promise<CheckAnswer> {
  return provider.check(toDeclaredFields(fields as SubjectFields, provider.manifest.reads), context);
}
