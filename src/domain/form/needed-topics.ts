import type { Finding } from '../finding.ts';
import { fieldsOfTopic, findTopicOf, type FormAnswers } from './form-field.ts';
import { type FormSettings, type FormTopic, formTopics } from './form-settings.ts';

/** What checks lack and the property lets a guest be asked for, in the order of the form. */
export function toNeededTopics(findings: readonly Finding[], { fields, ask }: FormSettings): readonly FormTopic[] {
  if (ask === 'never') return [];
  const missing = new Set(findings.flatMap((finding) => listLacking(finding)));
  return formTopics.filter((topic) => missing.has(topic) && fields[topic] !== 'off');
}

/** Without what the guest has answered already: who was asked once is not asked the same again. */
export function withoutAnswered(topics: readonly FormTopic[], answers: FormAnswers): readonly FormTopic[] {
  return topics.filter((topic) => !fieldsOfTopic[topic].some((field) => answers[field] !== undefined));
}

/** Whether any of these topics would help a finding. */
export function lacksOneOf(finding: Finding, topics: readonly FormTopic[]): boolean {
  return listLacking(finding).some((topic) => topics.includes(topic));
}

function listLacking({ result, missing = [] }: Finding): readonly FormTopic[] {
  if (result !== 'incomplete') return [];
  return missing.flatMap((field) => {
    const topic = findTopicOf(field);
    return topic === undefined ? [] : [topic];
  });
}
