import type { TypedValues } from '../../domain/form/check-answers.ts';
import { toCleanText } from '../../domain/form/typed-text.ts';
import type { FormSession, FormWriting } from '../../screening/form/guest-form.ts';
import { showStep } from './form-guest.ts';
import { chooseVisitLanguage } from './form-visit.ts';
import { goneAnswer, type Posting, toRevision } from './post-step.ts';
import { findStep } from './read-pages.ts';
import type { FormAnswer } from './write-page.ts';

const actions = ['invite', 'add', 'remove'] as const;
type CompanionAction = (typeof actions)[number];

/** Somebody who comes along: invited, filled in for, or taken back; then the list again. */
export async function postCompanion(posting: Posting, asked: string): Promise<FormAnswer> {
  const { visit, desk, session, body } = posting;
  const action = actions.find((known) => known === asked);
  const step = findStep(session, 'companions');
  if (action === undefined || step === undefined || session.state !== 'open') return { seeOther: visit.address };
  const writing = await write(posting, action);
  switch (writing.kind) {
    case 'saved':
      return { seeOther: `${visit.address}/companions` };
    case 'problems': {
      const shown = { typed: body.values, problems: writing.problems, status: 422 };
      return showStep({ visit, desk, session: writing.session }, step, {
        ...shown,
        ...(action !== 'remove' && { failed: action }),
      });
    }
    case 'stale':
      // The same page sent twice: whom it adds stands there already.
      if (isListed(writing.session, body.values)) return { seeOther: `${visit.address}/companions` };
      return showStep({ visit, desk, session: writing.session }, step, {
        status: 409,
        isOvertaken: true,
        typed: body.values,
        ...(action !== 'remove' && { failed: action }),
      });
    case 'locked':
      return { seeOther: visit.address };
    case 'gone':
      return goneAnswer(posting);
  }
}

function isListed({ companions }: FormSession, { firstName = '', lastName = '' }: TypedValues): boolean {
  const name = `${toCleanText(firstName)} ${toCleanText(lastName)}`.trim();
  return companions.listed.some((companion) => companion.name === name);
}

function write({ visit, desk, session, body }: Posting, action: CompanionAction): Promise<FormWriting> {
  const { values } = body;
  const { companion: id = '' } = values;
  switch (action) {
    case 'invite':
      return desk.forms.inviteCompanion(visit.access, {
        name: values.companionName ?? '',
        email: values.companionEmail ?? '',
        revision: toRevision(values.version),
        ...(id !== '' && { id }),
      });
    case 'add':
      return desk.forms.addCompanion(visit.access, {
        revision: toRevision(values.version),
        values,
        language: chooseVisitLanguage(visit, session),
      });
    case 'remove':
      return desk.forms.removeCompanion(visit.access, id);
  }
}
