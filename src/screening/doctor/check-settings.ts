import type { CheckResult } from '../../ports/doctor.ts';

/** What is wrong with the configuration file that was changed while the service ran; nothing where it holds. */
export function checkSettings(problems: readonly { name: string; message: string }[]): readonly CheckResult[] {
  return problems.map(({ name, message }) => ({
    check: 'settings',
    propertyId: null,
    state: 'problem',
    says: `${name}: ${message}`,
    advice:
      'What the configuration file said before holds while the service runs, and it would not start with this. ' +
      'See docs/configuration.md; a file that is right is taken within seconds.',
  }));
}
