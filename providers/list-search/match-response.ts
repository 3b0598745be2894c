import { z } from 'zod';
import { ProviderHttpError, type ProviderResponse } from '../../src/ports/provider-http.ts';
import type { ListHit } from './list-hit.ts';
import { queryName } from './match-request.ts';
import { type SearchedDocument, toBareNumber } from './searched-person.ts';

/** Values of a property are texts, or whole entities where those were asked for. */
const propertySchema = z.array(z.unknown()).transform((values) => values.filter((value) => typeof value === 'string'));

const entitySchema = z.object({
  caption: z.string(),
  score: z.number(),
  datasets: z.array(z.string()).default([]),
  properties: z.record(z.string(), propertySchema).default({}),
});

/** Only what is used is read; what is added later does no harm. */
const responseSchema = z.object({
  responses: z.object({
    [queryName]: z.object({ status: z.number().default(200), results: z.array(entitySchema) }),
  }),
});

/** Throws a `ProviderHttpError` for what is no answer to the query: nobody is clear because nothing could be read. */
export function toListHits(response: ProviderResponse, document: SearchedDocument | undefined): readonly ListHit[] {
  const parsed = responseSchema.safeParse(response.json());
  if (!parsed.success) throw new ProviderHttpError('not_json', response.status); // what zod says may quote the guest
  const { status, results } = parsed.data.responses[queryName];
  if (status !== 200) throw new ProviderHttpError('vendor_refused', status);
  return results.map(({ caption, score, datasets, properties }) => ({
    name: caption,
    score,
    birthDates: properties.birthDate ?? [],
    isSameDocument: document !== undefined && hasNumber(properties, document.number),
    details: [toList('lists', datasets), toList('topics', properties.topics ?? [])],
  }));
}

function hasNumber(properties: Readonly<Record<string, readonly string[]>>, number: string): boolean {
  const listed = [...(properties.idNumber ?? []), ...(properties.passportNumber ?? [])];
  return listed.some((text) => toBareNumber(text) === number);
}

function toList(word: string, values: readonly string[]): string {
  return values.length === 0 ? '' : `${word} ${values.join(', ')}`;
}
