import { expect, test } from '@jest/globals';
import type { Role } from '../../../src/domain/access.ts';
import { emptyContent } from '../../../src/domain/form/form-content.ts';
import { defaultFormSettings } from '../../../src/domain/form/form-settings.ts';
import { toFormView } from '../../../src/http/staff-form/staff-form-view.ts';
import type { GuestForm } from '../../../src/ports/forms.ts';

const number = { answers: { documentNumber: 'CCX1234567' }, questions: {} };
const zone = { answers: { documentMrz: 'P<NOR' }, questions: {} };
const email = { answers: { email: 'ingrid@canary.example', documentNumber: 'CCX1234567' }, questions: {} };
const question = { answers: {}, questions: { cot: 'yes' } };

const form: GuestForm = {
  ...{ id: 'F1', propertyId: 'P1', reservationId: 'R1', guestId: 'G1', state: 'submitted', delivery: 'none' },
  ...{ generation: 1, revision: 1, needed: [], openedAt: '2026-11-23T09:00:00.000Z' },
  content: { ...emptyContent, setAside: [number, zone, email, question] },
};

function listSetAside(viewer: Role) {
  const links = { toUrl: () => 'https://screening.example/form/a' };
  const view = { form, companions: [], hasDocument: false, mail: { canBeSent: false } };
  return toFormView(view, { links, settingsFor: () => defaultFormSettings, viewer, seesLinks: false }).setAside;
}

const seenQuestion = { answers: {}, questions: [{ id: 'cot', name: 'cot', answer: 'yes' }] };

test('what was set aside is left out where nothing of it is for the reader', () => {
  const seen = { answers: { email: 'ingrid@canary.example' }, questions: [] };
  expect(listSetAside('desk')).toEqual([seen, seenQuestion]);
});

test('a zone for machines alone says nothing to a person', () => {
  expect(listSetAside('reviewer')).toEqual([{ ...number, questions: [] }, { ...email, questions: [] }, seenQuestion]);
});
