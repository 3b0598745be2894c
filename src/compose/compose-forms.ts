import type { Settings } from '../config/environment.ts';
import type { FormHttpParts } from '../http/form/form-http-parts.ts';
import type { StaffFormsHttpParts } from '../http/http-parts.ts';
import type { Clock } from '../ports/clock.ts';
import type { FormAsking } from '../ports/forms.ts';
import type { JobHandlers } from '../ports/jobs.ts';
import type { Logger } from '../ports/logger.ts';
import type { Metrics } from '../ports/metrics.ts';
import type { Pms } from '../ports/pms.ts';
import type { PmsGuests } from '../ports/pms-guests.ts';
import type { Store } from '../ports/store.ts';
import { readPhone } from '../phone/read-phone.ts';
import type { ExpectedEchoes } from '../screening/syncing/expected-echoes.ts';
import { createGuestForms } from '../screening/form/create-guest-forms.ts';
import { createDeliverForm } from '../screening/form/deliver-form.ts';
import { createBindProfile } from '../screening/profiles/bind-profile.ts';
import { createStaffForms } from '../screening/form/staff-forms.ts';
import { createFormLinks } from '../store/form/form-links.ts';
import { createDigest, createKeyedDigest, deriveKey } from '../store/keys.ts';
import { createPersonComparison } from './person-comparison.ts';

export interface FormParts {
  readonly settings: Settings;
  readonly store: Store;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly metrics: Metrics;
  readonly expectedEchoes: ExpectedEchoes;
  readonly formAsking: FormAsking;
}

/** What guests are asked, and how links to their forms are made. */
export function composeFormAsking({ secretKey, publicUrl, properties }: Settings): FormAsking {
  return {
    settingsFor: (propertyId) => properties.configFor(propertyId).form,
    links: createFormLinks(secretKey, publicUrl),
  };
}

/** The pages of guests' forms, and what stands behind them. */
export function composeFormPages(parts: FormParts, pagesFolder: string | undefined): FormHttpParts {
  const { settings, logger, clock } = parts;
  const digest = createKeyedDigest(deriveKey(settings.secretKey, 'form-page'));
  const { publicUrl } = settings;
  const sign = (text: string) => digest(text).toString('base64url');
  return { forms: createGuestForms(toCaseParts(parts)), sign, publicUrl, logger, clock, pagesFolder };
}

function toCaseParts({ settings, formAsking: forms, ...parts }: FormParts) {
  const { properties, secretKey } = settings;
  return {
    ...parts,
    forms,
    readPhone,
    sendsMail: settings.mail !== undefined,
    phoneCountryFor: (propertyId: string) => properties.configFor(propertyId).phoneCountry,
    policyFor: (propertyId: string) => properties.configFor(propertyId).policy,
    digest: createDigest(secretKey),
    bindProfile: createBindProfile(createPersonComparison(settings)),
  };
}

/** What staff do with guests' forms. */
export function composeStaffForms(parts: FormParts): StaffFormsHttpParts {
  return { forms: createStaffForms(toCaseParts(parts)), asking: parts.formAsking };
}

/** Carrying forms over to the PMS. */
export function composeFormDelivery(
  parts: FormParts & { readonly pms: Pms & PmsGuests },
): Pick<JobHandlers, 'deliver-form'> {
  return { 'deliver-form': createDeliverForm({ ...parts, forms: parts.formAsking }) };
}
