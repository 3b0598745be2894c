import { createCompanions } from './companions.ts';
import type { GuestForms } from './guest-form.ts';
import { createGuestRights } from './guest-rights.ts';
import { createOpenForm } from './open-form.ts';
import { createSaveStep } from './save-step.ts';
import { createSubmitForm, type SubmitParts } from './submit-form.ts';

/** Everything that guests do with their forms. */
export function createGuestForms(parts: SubmitParts): GuestForms {
  return {
    ...createOpenForm(parts),
    ...createSaveStep(parts),
    ...createSubmitForm(parts),
    ...createCompanions(parts),
    ...createGuestRights(parts),
  };
}
