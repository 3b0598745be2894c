import type { FormBody } from './form-body.ts';
import { type FormDesk, showLocked, showWrongLink } from './form-guest.ts';
import { proofCookie, type Visit } from './form-visit.ts';
import { toLanguageCookie } from './post-step.ts';
import type { FormAnswer } from './write-page.ts';

/** The second factor: right, and this browser is let in; wrong, and the question is asked again. */
export async function postUnlock(visit: Visit, desk: FormDesk, { values }: FormBody): Promise<FormAnswer> {
  const opening = await desk.forms.openByToken(visit.access);
  if (opening === undefined) return showWrongLink(visit, desk);
  if (opening.kind === 'open') return { seeOther: visit.address };
  const typed = values[opening.factor === 'arrival_date' ? 'arrivalDate' : 'bookedLastName'] ?? '';
  if (values.language !== undefined) {
    const inLanguage = { ...visit, askedLanguage: values.language };
    const answer = showLocked(inLanguage, desk, { opening, value: typed });
    return { ...answer, cookies: [toLanguageCookie(visit, values.language)] };
  }
  if (typed.trim() === '') return showLocked(visit, desk, { opening, problem: 'required' });
  const result = await desk.forms.unlock(visit.token, typed);
  if (typeof result === 'object') {
    const cookie = { name: proofCookie, value: result.proof, path: visit.address };
    return { seeOther: visit.address, cookies: [cookie] };
  }
  const problem = result === 'wrong' ? 'wrong_factor' : 'too_many_tries';
  return showLocked(visit, desk, { opening, problem, value: typed });
}
