import type { LogFacts } from '../ports/logger.ts';

const longestText = 200;

type Primitive = string | number | boolean;

/** Only primitives, texts cut: what slips past the types (a payload, a guest) does not reach the log. */
export function toSafeFacts(facts: LogFacts): Record<string, Primitive> {
  const safe: Record<string, Primitive> = {};
  for (const [name, value] of Object.entries(facts as Readonly<Record<string, unknown>>)) {
    if (typeof value === 'string') safe[name] = toCutText(value);
    else if (typeof value === 'number' || typeof value === 'boolean') safe[name] = value;
    else if (value !== undefined) safe[name] = '[not logged]';
  }
  return safe;
}

function toCutText(text: string): string {
  return text.length <= longestText ? text : `${text.slice(0, longestText - 1)}…`;
}
