import type { Finding } from '../domain/finding.ts';
import { type Recognition, toKnownGuestFinding } from '../domain/known-guest.ts';
import type { Policy } from '../domain/policy.ts';
import { findRule } from '../domain/policy/rule-for.ts';
import { type Selection, selectProviders } from '../domain/policy/selection.ts';
import type { Instant, Subject } from '../domain/subject.ts';
import type { CheckRunner } from '../ports/check-runner.ts';

export interface Question {
  readonly screeningId: string;
  readonly subject: Subject;
  readonly policy: Policy;
  readonly recognition: Recognition;
  readonly at: Instant;
  readonly signal: AbortSignal;
}

export interface Answers {
  readonly findings: readonly Finding[];
  readonly selection: Selection;
}

const dayMs = 86_400_000;

/** Asks every provider that the policy wants asked; what people withdrew of the guest comes first. */
export async function askProviders(checks: CheckRunner, question: Question): Promise<Answers> {
  const { subject, policy, recognition, at } = question;
  const providers = checks.listFor(subject.propertyId);
  const context = { providers, guest: recognition.guest };
  const { asked, ...selection } = selectProviders(subject.fields, policy, context);
  const findings = await Promise.all(asked.map((id) => ask(checks, id, question)));
  const known = toKnownGuestFinding(recognition, at);
  return { findings: known === undefined ? findings : [known, ...findings], selection };
}

function ask(checks: CheckRunner, id: string, { screeningId, subject, policy, signal }: Question): Promise<Finding> {
  const { propertyId, guestId, fields } = subject;
  const { reuseDays } = findRule(policy, id).rule;
  return checks.run(id, fields, {
    propertyId,
    guestId,
    questionId: `${screeningId}:${id}`,
    ...(reuseDays === undefined ? {} : { reuseMs: reuseDays * dayMs }),
    signal,
  });
}
