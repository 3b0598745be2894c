import express, { type Express, type Request, type Response } from 'express';
import { z } from 'zod';
import { type AskedPerson, type ListedPerson, listedPeople, toScore } from './listed-people.ts';

export interface YenteFakeOptions {
  /** Keys that open it; none, as a server of one's own is set up: open to all. */
  readonly apiKeys?: readonly string[];
  /** Datasets and collections, with the lists in each. Default: `default` with everything, and `sanctions` without `wd_peps`. */
  readonly datasets?: Readonly<Record<string, readonly string[]>>;
  readonly people?: readonly ListedPerson[];
  /** While `true`, nothing can be searched. */
  readonly isDown?: () => boolean;
}

export interface YenteFake {
  readonly app: Express;
  /** What was asked of it, in order. */
  readonly requests: readonly {
    readonly url: string;
    readonly authorization: string | undefined;
    readonly body: unknown;
  }[];
}

const sanctionLists = ['eu_fsf', 'us_ofac_sdn', 'gb_fcdo_sanctions'];
const algorithms = ['logic-v1', 'logic-v2', 'name-based', 'name-qualified', 'regression-v1', 'best'] as const;

/** The properties of FollowTheMoney's Person that screening uses; the real one has more. */
const personProperties = [
  'name',
  'alias',
  'firstName',
  'lastName',
  'birthDate',
  'country',
  'nationality',
  'citizenship',
  'gender',
  'idNumber',
  'passportNumber',
] as const;

const exampleSchema = z.strictObject({
  id: z.string().optional(),
  schema: z.literal('Person'),
  properties: z
    .partialRecord(z.enum(personProperties), z.array(z.string().trim().min(1)).min(1))
    .refine(({ birthDate = [] }) => birthDate.every((date) => /^\d{4}(?:-\d{2}(?:-\d{2})?)?$/.test(date)))
    .refine(({ country = [] }) => country.every((code) => /^[a-z]{2}$/i.test(code))),
});
const bodySchema = z.strictObject({
  queries: z.record(z.string(), z.unknown()),
  weights: z.record(z.string(), z.number()).optional(),
});
const fraction = z.coerce.number().min(0).max(1);
const querySchema = z.strictObject({
  limit: z.coerce.number().int().min(1).max(500).default(5),
  threshold: fraction.default(0.7),
  cutoff: fraction.default(0.5),
  algorithm: z.string().default('logic-v1'),
});
const mostQueries = 100;

class Refused extends Error {
  readonly status: number;
  constructor(status: number, detail: string) {
    super(detail);
    this.status = status;
  }
}

/**
 * yente's matching API as its documentation describes it, and stricter: properties and parameters that it does not know are
 * refused, where the real one leaves them out.
 */
export function createYenteFake(options: YenteFakeOptions = {}): YenteFake {
  const requests: { url: string; authorization: string | undefined; body: unknown }[] = [];
  const app = express().disable('x-powered-by');
  app.get('/healthz', (_request, response) => void response.json({ status: 'ok' }));
  app.use(express.json({ limit: '1mb' }));
  app.post('/match/:dataset', (request: Request, response: Response) => {
    requests.push({ url: request.originalUrl, authorization: request.header('authorization'), body: request.body });
    try {
      response.set('x-batch-size', '1').json(match(options, request));
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      response.status(error.status).json({ detail: error.message });
    }
  });
  return { app, requests };
}

function match(options: YenteFakeOptions, request: Request): object {
  const { apiKeys = [], datasets, people = listedPeople, isDown = () => false } = options;
  if (isDown()) throw new Refused(503, 'Index not ready.');
  checkKey(apiKeys, request.header('authorization'));
  const scopes = datasets ?? { default: [...sanctionLists, 'wd_peps'], sanctions: sanctionLists };
  const name = String(request.params.dataset);
  const lists = Object.hasOwn(scopes, name) ? scopes[name] : undefined;
  if (lists === undefined) throw new Refused(404, 'No such dataset.');
  const query = querySchema.safeParse(request.query);
  const body = bodySchema.safeParse(request.body);
  if (!query.success || !body.success) throw new Refused(422, 'Unprocessable');
  if (!algorithms.some((known) => known === query.data.algorithm)) throw new Refused(400, 'Invalid algorithm');
  const queries = Object.entries(body.data.queries);
  if (queries.length === 0) throw new Refused(400, 'No queries provided.');
  if (queries.length > mostQueries) throw new Refused(400, `Too many queries in one batch (limit: ${mostQueries})`);
  const inScope = people.filter((person) => person.lists.some((list) => lists.includes(list)));
  const responses = queries.map(([key, example]) => [key, answer(example, inScope, query.data)]);
  return { responses: Object.fromEntries(responses) as object, matcher: {}, limit: query.data.limit };
}

/** A server without keys takes any header. */
function checkKey(apiKeys: readonly string[], authorization: string | undefined): void {
  if (apiKeys.length === 0) return;
  if (authorization === undefined) throw new Refused(401, 'No API key provided.');
  if (!apiKeys.some((key) => authorization === `ApiKey ${key}`)) throw new Refused(401, 'Invalid API key.');
}

type MatchQuery = z.infer<typeof querySchema>;

function answer(example: unknown, people: readonly ListedPerson[], { limit, threshold, cutoff }: MatchQuery): object {
  const parsed = exampleSchema.safeParse(example);
  if (!parsed.success) throw new Refused(400, 'Cannot parse example entity');
  const asked = toAsked(parsed.data.properties);
  const results = people
    .map((person) => ({ person, score: toScore(asked, person) }))
    .filter(({ score }) => score >= cutoff)
    .sort((one, other) => other.score - one.score)
    .slice(0, limit)
    .map(({ person, score }) => toEntity(person, score, threshold));
  return { status: 200, results, total: { value: results.length, relation: 'eq' }, query: parsed.data };
}

function toAsked(properties: z.infer<typeof exampleSchema>['properties']): AskedPerson {
  const {
    name = [],
    firstName = [],
    lastName = [],
    birthDate,
    country = [],
    idNumber = [],
    passportNumber = [],
  } = properties;
  return {
    name: name[0] ?? [...firstName, ...lastName].join(' '),
    birthDate: birthDate?.[0],
    countries: country.map((code) => code.toLowerCase()),
    numbers: [...idNumber, ...passportNumber],
  };
}

function toEntity(person: ListedPerson, score: number, threshold: number): object {
  const { id, name, aliases = [], birthDate, country, passport, lists, topics = [] } = person;
  const given = { name: [name], alias: aliases, birthDate, country, passportNumber: passport?.number, topics };
  const properties = Object.entries(given).flatMap(([key, value]) =>
    value === undefined || value.length === 0 ? [] : [[key, typeof value === 'string' ? [value] : value]],
  );
  return {
    id,
    caption: name,
    schema: 'Person',
    properties: Object.fromEntries(properties) as object,
    datasets: lists,
    referents: [],
    target: true,
    score,
    features: {},
    match: score >= threshold,
  };
}
