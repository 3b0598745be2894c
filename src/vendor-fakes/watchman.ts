import express, { type Express, type Request, type Response } from 'express';
import { z } from 'zod';
import { type AskedPerson, type ListedPerson, listedPeople, toScore } from './listed-people.ts';

export interface WatchmanFakeOptions {
  readonly people?: readonly ListedPerson[];
  /** When the lists were last refreshed. Default: an hour ago. */
  readonly refreshedAt?: () => Date;
  /** How many entities of each list are loaded; `{}`: the server is up and its lists are not. */
  readonly lists?: Readonly<Record<string, number>>;
}

export interface WatchmanFake {
  readonly app: Express;
  /** What was asked of it, in order. */
  readonly requests: readonly { readonly method: string; readonly url: string }[];
}

const date = z.string().regex(/^\d{4}(?:-\d{2}(?:-\d{2})?)?$/);
const querySchema = z.strictObject({
  name: z.string().trim().min(1),
  type: z.literal('person'),
  limit: z.coerce.number().int().min(1).max(100).default(10),
  minMatch: z.coerce.number().min(0).max(1).default(0),
  source: z.string().optional(),
  requestID: z.string().optional(),
  gender: z.string().optional(),
  birthDate: date.optional(),
  gov_passport: z
    .string()
    .regex(/^[A-Z]{2}:[^:]+$/)
    .optional(),
});

/**
 * Watchman's search (v2) as its API document describes it, for persons alone, and stricter: what it does not know, or what the
 * real one would quietly leave out, is refused.
 */
export function createWatchmanFake(options: WatchmanFakeOptions = {}): WatchmanFake {
  const requests: { method: string; url: string }[] = [];
  const app = express().disable('x-powered-by');
  app.use((request, _response, next) => {
    requests.push({ method: request.method, url: request.originalUrl });
    next();
  });
  app.get('/v2/listinfo', (_request, response) => void response.json(toListInfo(options)));
  app.get('/v2/search', (request: Request, response: Response) => {
    const query = querySchema.safeParse(request.query);
    if (query.success) response.json(search(query.data, options.people ?? listedPeople));
    else response.status(400).json({ error: 'problem reading v2 search request' });
  });
  app.all('/v2/search', (_request, response) => void response.status(405).end());
  return { app, requests };
}

function toListInfo({ lists = { us_ofac: 17_646, eu_csl: 4_531 }, refreshedAt }: WatchmanFakeOptions): object {
  const endedAt = refreshedAt?.() ?? new Date(Date.now() - 3_600_000);
  const startedAt = new Date(endedAt.getTime() - 60_000);
  return { lists, listHashes: {}, startedAt, endedAt, version: 'v0.60.0' };
}

type SearchQuery = z.infer<typeof querySchema>;

function search(query: SearchQuery, people: readonly ListedPerson[]): object {
  const { name, birthDate, limit, minMatch, gov_passport: passport } = query;
  const asked: AskedPerson = {
    name,
    birthDate,
    countries: [],
    numbers: passport === undefined ? [] : [passport.slice(3)],
  };
  const entities = people
    .map((person) => ({ person, match: toScore(asked, person) }))
    .filter(({ match }) => match > 0 && match >= minMatch)
    .sort((one, other) => other.match - one.match)
    .slice(0, limit)
    .map(({ person, match }) => toEntity(person, match));
  return { query: { name, entityType: 'person' }, entities: entities.length === 0 ? null : entities };
}

function toEntity(
  { id, name, aliases = [], birthDate, passport, lists, programs = [] }: ListedPerson,
  match: number,
): object {
  // A year alone is kept as the first instant of it.
  const bornAt =
    birthDate === undefined ? null : `${birthDate.length === 4 ? `${birthDate}-01-01` : birthDate}T00:00:00Z`;
  const ids =
    passport === undefined ? null : [{ type: 'passport', country: passport.country, identifier: passport.number }];
  return {
    name,
    entityType: 'person',
    sourceList: lists.at(-1) ?? '',
    sourceID: id,
    person: {
      name,
      altNames: aliases,
      gender: '',
      birthDate: bornAt,
      deathDate: null,
      titles: null,
      governmentIDs: ids,
    },
    contact: {},
    addresses: null,
    cryptoAddresses: null,
    affiliations: null,
    sanctionsInfo: { programs, secondary: false, description: '' },
    historicalInfo: null,
    sourceData: null,
    match,
  };
}
