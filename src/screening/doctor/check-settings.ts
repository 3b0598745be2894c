import type { CheckResult } from '../../ports/doctor.ts';

/** What is wrong with the configuration file that was changed while the service ran; nothing where it holds. */
export function checkSettings(problems: readonly { name: string; message: string }[]): readonly CheckResult[] {
  return problems.map(({ name, message }) => ({
    check: 'settings',
    propertyId: null,
    state: 'problem',
    says: `${name}: ${message}`,
    advice:
      'The running service keeps to the last valid configuration file, but a restart would fail. ' +
      'Correct the file (docs/configuration.md); it is taken over within seconds.',
  }));
}
