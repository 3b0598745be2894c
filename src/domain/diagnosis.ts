/** `warning`: it works, and something should be looked at · `problem`: something does not work. */
export type CheckState = 'ok' | 'warning' | 'problem';

export function toWorstState(results: readonly { readonly state: CheckState }[]): CheckState {
  const has = (state: CheckState) => results.some((result) => result.state === state);
  return has('problem') ? 'problem' : has('warning') ? 'warning' : 'ok';
}

/** Everything that is looked at; docs/operating.md says what each looks at. */
export const checkNames = [
  'settings',
  'service',
  'database',
  'secret_key',
  'disk',
  'queue',
  'buried_jobs',
  'pms_key',
  'subscriptions',
  'custom_fields',
  'clock',
  'outside',
  'lists',
  'mail',
] as const;

export type CheckName = (typeof checkNames)[number];
