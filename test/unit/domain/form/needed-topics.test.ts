import { expect, test } from '@jest/globals';
import type { Finding } from '../../../../src/domain/finding.ts';
import { defaultFormSettings } from '../../../../src/domain/form/form-settings.ts';
import { lacksOneOf, toNeededTopics, withoutAnswered } from '../../../../src/domain/form/needed-topics.ts';

function toFinding(missing: NonNullable<Finding['missing']>, result: Finding['result'] = 'incomplete'): Finding {
  const about = { provider: 'list', providerVersion: '1', label: 'List', checkedAt: '2026-11-23T10:00:00.000Z' };
  return { ...about, result, reasons: [], missing };
}

const lacking = [toFinding(['documentNumber', 'cellPhone']), toFinding(['birthDate', 'documentType'])];

test('what several checks lack is asked once, in the order of the form', () => {
  expect(toNeededTopics(lacking, defaultFormSettings)).toEqual(['birthDate', 'phone', 'document']);
});

test('what no guest can be asked for, what is switched off, and what a clear check would like is not asked', () => {
  const fields = { ...defaultFormSettings.fields, birthDate: 'off' as const };
  const findings = [...lacking, toFinding(['arrivesOn']), toFinding(['gender'], 'clear')];
  expect(toNeededTopics(findings, { ...defaultFormSettings, fields })).toEqual(['phone', 'document']);
});

test('a property that asks nobody asks nobody', () => {
  expect(toNeededTopics(lacking, { ...defaultFormSettings, ask: 'never' })).toEqual([]);
});

test('who was asked once is not asked the same again', () => {
  const topics = toNeededTopics(lacking, defaultFormSettings);
  expect(withoutAnswered(topics, { documentType: 'passport' })).toEqual(['birthDate', 'phone']);
});

test('a finding is helped by the topics that it lacks', () => {
  const [finding] = lacking;
  expect(finding && [lacksOneOf(finding, ['phone']), lacksOneOf(finding, ['birthDate'])]).toEqual([true, false]);
});
