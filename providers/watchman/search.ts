import { z } from 'zod';
import type { SettingValues } from '../../src/ports/check-provider.ts';
import { ProviderHttpError, type ProviderRequest, type ProviderResponse } from '../../src/ports/provider-http.ts';
import type { ListHit } from '../list-search/list-hit.ts';
import { type SearchedPerson, toBareNumber, toFullName } from '../list-search/searched-person.ts';

const mostResults = 10;

/**
 * `GET /v2/search`, the only form that Watchman has: what is asked stands in the URL, and so in the logs of whatever stands in
 * between. https://moov-io.github.io/watchman/using-watchman/
 */
export function toSearchRequest(person: SearchedPerson, settings: SettingValues, url: string): ProviderRequest {
  const { birthDate } = person;
  const passport = findPassport(person, settings);
  const query = new URLSearchParams({
    type: 'person',
    name: toFullName(person),
    ...(birthDate === undefined ? {} : { birthDate }),
    ...(passport === undefined ? {} : { gov_passport: `${passport.issuingCountry}:${passport.number}` }),
    minMatch: String(settings.possibleFrom),
    limit: String(mostResults),
  });
  return { method: 'GET', url: `${url}/v2/search?${query.toString()}`, headers: { accept: 'application/json' } };
}

const personSchema = z.object({
  birthDate: z.string().nullish(),
  governmentIDs: z.array(z.object({ identifier: z.string().default('') })).nullish(),
});

/** Only what is used is read. Go writes an empty list as null. */
const responseSchema = z.object({
  entities: z
    .array(
      z.object({
        name: z.string(),
        match: z.number(),
        sourceList: z.string().nullish(),
        person: personSchema.nullish(),
        sanctionsInfo: z.object({ programs: z.array(z.string()).nullish() }).nullish(),
      }),
    )
    .nullable(),
});

/** Throws a `ProviderHttpError` for what is no answer: nobody is clear because nothing could be read. */
export function toListHits(
  response: ProviderResponse,
  person: SearchedPerson,
  settings: SettingValues,
): readonly ListHit[] {
  const parsed = responseSchema.safeParse(response.json());
  if (!parsed.success) throw new ProviderHttpError('not_json', response.status); // what zod says may quote the guest
  const passport = findPassport(person, settings);
  return (parsed.data.entities ?? []).map(({ name, match, sourceList, person: listed, sanctionsInfo }) => ({
    name,
    score: match,
    birthDates: toDates(listed?.birthDate),
    isSameDocument: (listed?.governmentIDs ?? []).some(
      ({ identifier }) => toBareNumber(identifier) === passport?.number,
    ),
    details: [toList('list', [sourceList ?? '']), toList('programmes', sanctionsInfo?.programs ?? [])],
  }));
}

/** Watchman compares type, country and number, and other kinds of documents go by names on which its pages differ. */
function findPassport({ document }: SearchedPerson, settings: SettingValues) {
  if (settings.isPassportNumberSent !== true || document?.isPassport !== true) return undefined;
  const { number, issuingCountry } = document;
  return issuingCountry === undefined ? undefined : { number, issuingCountry };
}

/** An instant, of which only the day is meant. A year alone is loaded as its first day, so the first day says no more than a year. */
function toDates(birthDate: string | null | undefined): readonly string[] {
  if (birthDate === null || birthDate === undefined) return [];
  const day = birthDate.slice(0, 10);
  return [day.endsWith('-01-01') ? day.slice(0, 4) : day];
}

function toList(word: string, values: readonly string[]): string {
  const present = values.filter((value) => value !== '');
  return present.length === 0 ? '' : `${word} ${present.join(', ')}`;
}
