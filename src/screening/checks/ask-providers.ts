import type { Finding } from '../../domain/finding.ts';
import { type Recognition, toKnownGuestFinding } from '../../domain/known-guest.ts';
import type { Policy } from '../../domain/policy.ts';
import { toPersonFinding } from '../../domain/person-finding.ts';
import { findRule, houseListId } from '../../domain/policy/rule-for.ts';
import { type Selection, selectProviders } from '../../domain/policy/selection.ts';
import type { Instant, Subject, SubjectFields } from '../../domain/subject.ts';
import type { CheckRunner } from '../../ports/check-runner.ts';
import type { OtherSelf } from '../profiles/other-selves.ts';

export interface Question {
  readonly screeningId: string;
  readonly subject: Subject;
  readonly policy: Policy;
  readonly recognition: Recognition;
  readonly otherSelves: readonly OtherSelf[];
  readonly at: Instant;
  /** The property's. */
  readonly timeZone: string;
  readonly signal: AbortSignal;
}

export interface Answers {
  readonly findings: readonly Finding[];
  readonly selection: Selection;
}

const dayMs = 86_400_000;

/** Asks every provider that the policy wants asked; what people withdrew of the guest comes first. */
export async function askProviders(checks: CheckRunner, question: Question): Promise<Answers> {
  const { subject, policy, recognition, at, timeZone } = question;
  const providers = checks.listFor(subject.propertyId);
  const context = { providers, guest: recognition.guest };
  const { asked, ...selection } = selectProviders(subject.fields, policy, context);
  const findings = await Promise.all(
    asked.map((id) => (id === houseListId ? askHouseList(checks, question) : ask(checks, id, question))),
  );
  const known = toKnownGuestFinding(recognition, { checkedAt: at, timeZone });
  return { findings: known === undefined ? findings : [known, ...findings], selection };
}

/** Whoever is banned under another name or address is, where people said that it is one person. */
async function askHouseList(checks: CheckRunner, question: Question): Promise<Finding> {
  const { screeningId, subject, otherSelves, signal } = question;
  const own = await ask(checks, houseListId, question);
  const others = await Promise.all(
    otherSelves.map(({ fields }, index) =>
      checks.run(
        houseListId,
        { ...pickStay(subject.fields), ...fields },
        { propertyId: subject.propertyId, questionId: `${screeningId}:${houseListId}:${index}`, signal },
      ),
    ),
  );
  return toPersonFinding(own, others);
}

function pickStay({ isMainGuest, arrivesOn, departsOn, adults, children }: SubjectFields): SubjectFields {
  return { isMainGuest, arrivesOn, departsOn, adults, children };
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
