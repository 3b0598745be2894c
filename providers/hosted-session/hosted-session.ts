import type { CheckAnswer } from '../../src/domain/finding.ts';
import { toCurrentSecrets } from '../../src/domain/signed-callback.ts';
import type { SubjectField } from '../../src/domain/subject.ts';
import type { CheckProvider, LaterContext, SettingValues } from '../../src/ports/check-provider.ts';
import { comparePerson } from './compare-person.ts';
import { type BookedPerson, findExpectation, toBookedPerson, toExpectationText } from './expectation.ts';
import type { HostedVendor, SessionState } from './hosted-vendor.ts';
import { toVerifiedAnswer } from './session-answer.ts';

const shortestKey = 24;

/** The provider that a hosted vendor makes: create → page for the guest → result, by callback or by asking. */
export function createHostedSession(vendor: HostedVendor): CheckProvider {
  const { manifest } = vendor;
  const prefix = manifest.id.replaceAll('-', '_');
  return {
    manifest,
    check: async (fields, context) => {
      const booked = toBookedPerson(fields);
      const [comparisonKey = ''] = listKeys(context.settings);
      const unset = listUnset(vendor, context.settings);
      if (unset.length > 0) return toNotConfigured(prefix, unset);
      const missing = listMissing(booked);
      if (missing.length > 0) return toNameless(prefix, missing);
      const { questionId, propertyId } = context;
      const expectation = toExpectationText(booked, comparisonKey, questionId);
      const created = await vendor.create({ questionId, propertyId, expectation }, context);
      return { ...toWaiting(prefix), ...created };
    },
    readCallback: async (callback, context) => {
      const event = vendor.readEvent(callback, context);
      if (event.kind !== 'session') return event;
      const { eventId, reference } = event;
      const answer = toAnswer(prefix, await vendor.fetchState(reference, context), context);
      return answer === undefined ? { kind: 'other' } : { kind: 'answer', eventId, reference, answer };
    },
    poll: async (reference, context) => {
      const state = await vendor.fetchState(reference, context);
      if (state.kind === 'removed') return toRemoved(prefix);
      const answer = toAnswer(prefix, state, context);
      if (answer !== undefined) return answer;
      const guestUrl = state.kind === 'open' ? state.guestUrl : undefined;
      return { ...toWaiting(prefix), reference, ...(guestUrl === undefined ? {} : { guestUrl }) };
    },
    redact: (reference, context) => vendor.remove(reference, context),
  };
}

/** `undefined` while there is nothing to say. */
function toAnswer(prefix: string, state: SessionState, { settings }: LaterContext): CheckAnswer | undefined {
  switch (state.kind) {
    case 'open':
    case 'removed':
      return undefined;
    case 'unverified':
      return state.answer;
    case 'verified': {
      const expectation = findExpectation(state.expectation);
      const questionId = typeof state.questionId === 'string' ? state.questionId : '';
      const comparison = comparePerson({ expectation, person: state.person, keys: listKeys(settings), questionId });
      return toVerifiedAnswer(prefix, comparison);
    }
  }
}

function listKeys({ comparisonKey }: SettingValues): readonly string[] {
  return toCurrentSecrets(comparisonKey);
}

/** Settings that are empty, or too short to be a key. */
function listUnset({ manifest }: HostedVendor, settings: SettingValues): readonly string[] {
  return Object.keys(manifest.settings).filter((name) => {
    if (manifest.settings[name]?.isRequired !== true) return false;
    const values = toCurrentSecrets(settings[name]);
    return values.length === 0 || (name === 'comparisonKey' && values.some((key) => key.length < shortestKey));
  });
}

/** A name in another script cannot be compared, but is no missing name. */
function listMissing({ given, family }: BookedPerson): readonly SubjectField[] {
  const isThere = (name: BookedPerson['family']) => name.words.length > 0 || name.hasOtherScript;
  if (isThere(family)) return [];
  return isThere(given) ? ['lastName'] : ['firstName', 'lastName'];
}

function toNotConfigured(prefix: string, settings: readonly string[]): CheckAnswer {
  const text = `These settings are missing or too short: ${settings.join(', ')}`;
  return { result: 'unavailable', reasons: [{ code: `${prefix}.not_configured`, text }] };
}

function toNameless(prefix: string, missing: readonly SubjectField[]): CheckAnswer {
  const text = 'The booking has no name that a document could be compared with';
  return { result: 'incomplete', reasons: [{ code: `${prefix}.no_name`, text }], missing };
}

function toWaiting(prefix: string): CheckAnswer {
  const reasons = [{ code: `${prefix}.waiting_for_guest`, text: 'The guest has not shown a document yet' }];
  return { result: 'pending', reasons, note: 'waiting for guest' };
}

function toRemoved(prefix: string): CheckAnswer {
  const reasons = [{ code: `${prefix}.removed`, text: 'The vendor holds nothing about this check any more' }];
  return { result: 'incomplete', reasons, note: 'removed at the vendor' };
}
