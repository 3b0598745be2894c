import { readFileSync } from 'node:fs';

/** The configuration files that docs/policy.md shows, in its order. */
export function listPolicyExamples(): readonly string[] {
  const page = readFileSync(new URL('../../docs/policy.md', import.meta.url), 'utf8');
  return [...page.matchAll(/^```yaml\n(.*?)^```$/gms)].map(([, text = '']) => text);
}
