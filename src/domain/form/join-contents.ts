import type { FormContent, SetAside } from './form-content.ts';
import { fieldsOfTopic, formFields, type FormAnswers, type FormField } from './form-field.ts';
import { formTopics } from './form-settings.ts';

/**
 * What one person wrote in two forms of the same stay. Where both answer a topic, `content` counts: half of one document beside
 * half of another would be neither. What the other form answers otherwise is set aside.
 */
export function joinContents(content: FormContent, other: FormContent): FormContent {
  const gained = listGained(content.answers, other.answers);
  const askedBy = content.askedBy ?? other.askedBy;
  const joined = {
    answers: { ...pick(other.answers, gained), ...content.answers },
    questions: { ...other.questions, ...content.questions },
  };
  const setAside = [...(content.setAside ?? []), ...(other.setAside ?? []), ...toSetAside(other, joined)];
  return {
    ...content,
    ...joined,
    ...(setAside.length > 0 && { setAside }),
    consents: inOrder([...other.consents, ...content.consents]),
    requests: inOrder([...other.requests, ...content.requests]),
    ...(askedBy !== undefined && { askedBy }),
    askedByStaff: [...new Set([...content.askedByStaff, ...other.askedByStaff])],
    overlay: { ...pick(other.overlay, gained), ...content.overlay },
    doneSteps: [...new Set([...content.doneSteps, ...other.doneSteps])],
  };
}

function toSetAside(other: SetAside, kept: SetAside): readonly SetAside[] {
  const answers = pickOthers(other.answers, kept.answers);
  const questions = pickOthers(other.questions, kept.questions);
  return Object.keys(answers).length + Object.keys(questions).length === 0 ? [] : [{ answers, questions }];
}

function pickOthers(
  said: Readonly<Record<string, string>>,
  kept: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(said).filter(([name, value]) => kept[name] !== value));
}

function listGained(answers: FormAnswers, others: FormAnswers): readonly FormField[] {
  const isAnswered = (field: FormField) => answers[field] !== undefined;
  const topics = formTopics.map((topic) => fieldsOfTopic[topic]);
  const alone = formFields.filter((field) => !topics.some((fields) => fields.includes(field))).map((field) => [field]);
  return [...topics, ...alone]
    .filter((fields) => !fields.some(isAnswered))
    .flat()
    .filter((field) => others[field] !== undefined);
}

function pick<Value>(values: Readonly<Record<string, Value>>, names: readonly string[]): Record<string, Value> {
  return Object.fromEntries(Object.entries(values).filter(([name]) => names.includes(name)));
}

function inOrder<Said extends { readonly at: string }>(said: readonly Said[]): readonly Said[] {
  return said.toSorted((one, other) => (one.at < other.at ? -1 : one.at > other.at ? 1 : 0));
}
