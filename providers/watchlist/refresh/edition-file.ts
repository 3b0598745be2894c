import { z } from 'zod';
import type { ListedPerson } from '../listed-person.ts';
import type { EditionMetadata, StoredEdition } from './stored-edition.ts';

const validatorsSchema = z.record(
  z.string(),
  z.object({ etag: z.string().exactOptional(), lastModified: z.string().exactOptional() }),
);

const fileVersion = 1;
const versionSchema = z.object({ fileVersion: z.literal(fileVersion) });

const metadataSchema = z.object({
  listId: z.string(),
  fetchedAt: z.iso.datetime(),
  checkedAt: z.iso.datetime(),
  publishedOn: z.string().exactOptional(),
  sha256: z.string(),
  count: z.int().positive(),
  readerVersion: z.int(),
  validators: validatorsSchema,
});

const checkedSchema = z.object({ sha256: z.string(), checkedAt: z.iso.datetime(), validators: validatorsSchema });

export type Checked = z.infer<typeof checkedSchema>;

/** The first line is the metadata, every further line a person. */
export function* serializeEdition({ metadata, edition }: StoredEdition): Generator<string> {
  yield `${JSON.stringify({ fileVersion, ...metadata })}\n`;
  for (const person of edition.persons) yield `${JSON.stringify(person)}\n`;
}

/** Undefined where the file was written otherwise, or is not whole. Only this module writes them, so that a line that parses is a person. */
export function parseEdition(content: string): StoredEdition | undefined {
  const [first = '', ...lines] = content.split('\n');
  const metadata = parseMetadata(first);
  if (!metadata) return undefined;
  const persons = lines.filter((line) => line !== '').map(tryParse);
  if (persons.length !== metadata.count || !persons.every(isPerson)) return undefined;
  const { listId, publishedOn } = metadata;
  return { metadata, edition: { listId, ...(publishedOn !== undefined && { publishedOn }), persons } };
}

/** Reads the first line of an edition's file. */
export function parseMetadata(line: string): EditionMetadata | undefined {
  const head = tryParse(line);
  return versionSchema.safeParse(head).success ? metadataSchema.safeParse(head).data : undefined;
}

export function serializeChecked({ sha256, checkedAt, validators }: EditionMetadata): string {
  return JSON.stringify({ sha256, checkedAt, validators } satisfies Checked);
}

export function parseChecked(content: string): Checked | undefined {
  return checkedSchema.safeParse(tryParse(content)).data;
}

function tryParse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

function isPerson(value: unknown): value is ListedPerson {
  return typeof value === 'object' && value !== null && 'entryId' in value && 'names' in value;
}
