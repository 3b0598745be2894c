import { randomUUID } from 'node:crypto';
import type { Finding } from '../../domain/finding.ts';
import { emptyContent, type FormContent } from '../../domain/form/form-content.ts';
import type { FormTopic } from '../../domain/form/form-settings.ts';
import { toNeededTopics, withoutAnswered } from '../../domain/form/needed-topics.ts';
import type { Screening } from '../../domain/screening.ts';
import type { AwaitedForm } from '../../domain/standing.ts';
import type { Instant } from '../../domain/subject.ts';
import type { FormAsking, FormChange, GuestForm } from '../../ports/forms.ts';
import type { Rows, SubjectKey } from '../../ports/store.ts';
import { askByMail } from '../mail/ask-by-mail.ts';
import { closeForm, isUntouched, noteOnTimeline } from './close-forms.ts';
import { hasFilledInBefore } from './earlier-forms.ts';

export interface GuestQuestion {
  readonly findings: readonly Finding[];
  readonly at: Instant;
  readonly forms: FormAsking;
}

/**
 * Opens the guest's form where a check lacks what the guest can add, or where the property asks everybody; who has answered
 * is asked for what is new only. Answers what the screening waits for, if anything.
 */
export async function askGuest(
  rows: Rows,
  screening: Screening,
  { findings, at, forms }: GuestQuestion,
): Promise<AwaitedForm | undefined> {
  const settings = forms.settingsFor(screening.propertyId);
  const form = await rows.forms.findBySubject(screening);
  if (form?.content.withdrawnBy !== undefined) return undefined;
  const answered = form?.submittedAt === undefined ? {} : form.content.answers;
  const needed = withoutAnswered(toNeededTopics(findings, settings), answered);
  const isOwed = form?.submittedAt === undefined && form?.content.askedBy !== undefined;
  const isAskedAnyway = isOwed || (settings.ask === 'always' && (await isToBeAskedAnyway(rows, screening, form)));
  if (needed.length === 0 && !isAskedAnyway) {
    if (form !== undefined && isUntouched(form)) await closeForm(rows, form, { at, actor: 'system' });
    return undefined;
  }
  await openForm(rows, { key: screening, form, needed, at, forms, actor: 'system' });
  return { topics: needed, isAwaitedAnyway: isAskedAnyway };
}

/** Everybody once; who has filled one in for an earlier stay, and has not changed, need not again. */
async function isToBeAskedAnyway(rows: Rows, screening: Screening, form: GuestForm | undefined): Promise<boolean> {
  if (form !== undefined) return form.submittedAt === undefined;
  return !(await hasFilledInBefore(rows, screening));
}

export interface FormOpeningOrder {
  readonly key: SubjectKey;
  readonly form: GuestForm | undefined;
  readonly needed: readonly FormTopic[];
  readonly at: Instant;
  readonly forms: FormAsking;
  readonly actor: string;
  readonly content?: Partial<FormContent>;
  readonly hostFormId?: string;
}

/** A form that the guest can write in: a new one, or the one that there is. Answers its id. */
export async function openForm(rows: Rows, order: FormOpeningOrder): Promise<string> {
  const { key, form, needed, at, forms, actor, content, hostFormId } = order;
  const { propertyId, reservationId, guestId } = key;
  const id = form?.id ?? randomUUID();
  if (form === undefined) {
    const token = forms.links.toToken(id, 1);
    const ids = { id, propertyId, reservationId, guestId, ...(hostFormId !== undefined && { hostFormId }) };
    await rows.forms.add({
      ...ids,
      ...{ needed, token, generation: 1, openedAt: at },
      content: { ...emptyContent, ...content },
    });
  } else {
    await rows.forms.save(id, toReopened(form, order));
  }
  if (form?.state !== 'open') await noteOnTimeline(rows, key, { at, event: 'form_opened', actor });
  await askByMail(rows, { id, propertyId }, { kind: hostFormId === undefined ? 'invitation' : 'companion', at });
  return id;
}

/** A link that once led nowhere never leads anywhere again: a closed form gets another. */
function toReopened(form: GuestForm, { needed, forms, content }: FormOpeningOrder): FormChange {
  const generation = form.generation + 1;
  const { withdrawnBy, ...kept } = form.content;
  const isSame = withdrawnBy === undefined && content === undefined;
  return {
    state: 'open',
    needed,
    ...(!isSame && { content: { ...kept, ...content } }),
    ...(form.state === 'closed' && { link: { generation, token: forms.links.toToken(form.id, generation) } }),
  };
}
