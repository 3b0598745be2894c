import type { FormWriting } from '../../screening/form/guest-form.ts';
import { goneAnswer, type Posting } from './post-step.ts';
import type { FormAnswer } from './write-page.ts';

const rights = { withdraw: 'withdrawn', object: 'objected', ask: 'asked' } as const;
type Right = keyof typeof rights;

/** A right, used by one press; the page of rights says that it was. */
export async function postRight(posting: Posting, asked: string): Promise<FormAnswer> {
  const { visit } = posting;
  const right = (Object.keys(rights) as Right[]).find((known) => known === asked);
  if (right === undefined) return { seeOther: `${visit.address}/rights` };
  const writing = await write(posting, right);
  return answer(posting, writing, `${visit.address}/rights?done=${rights[right]}`);
}

/** What was sent opens again, with everything in it. */
export async function postCorrection(posting: Posting): Promise<FormAnswer> {
  const { visit, desk } = posting;
  return answer(posting, await desk.forms.correct(visit.access), `${visit.address}/consent`);
}

function write({ visit, desk, body }: Posting, right: Right): Promise<FormWriting> {
  const { text = '', purpose = '' } = body.values;
  switch (right) {
    case 'withdraw':
      return desk.forms.withdrawConsent(visit.access, purpose);
    case 'object':
      return desk.forms.object(visit.access, text);
    case 'ask':
      return desk.forms.askPerson(visit.access, text);
  }
}

function answer(posting: Posting, writing: FormWriting, seeOther: string): FormAnswer {
  if (writing.kind === 'gone') return goneAnswer(posting);
  return { seeOther: writing.kind === 'saved' ? seeOther : posting.visit.address };
}
