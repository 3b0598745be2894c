/** Longer legal forms of companies, which stand for the short ones. A guest may be booked under a company's name. */
const PHRASES =
  /\b(?:(?:open|closed|public)?\s*joint[\s-]stock company|(?:public )?limited liability (?:company|partnership)|public limited company|gesellschaft mit beschr(?:ä|a|ae)nkter haftung|societatea cu r(?:ă|a)spundere limitat(?:ă|a)|soci(?:é|e)t(?:é|e) anonyme|общество с ограниченной ответственностью|(?:публичное |открытое |закрытое )?акционерное общество)(?!\p{L})/giu;
/** A word that every phrase holds one of; most names hold none. */
const PHRASE_WORD = /company|partnership|gesellschaft|societatea|anonyme|общество/iu;
const DOTTED = /\b(?:\p{L}\.){2,}/gu;

/** Short forms and words that say what kind of company one is, not which. */
export const LEGAL_FORMS: ReadonlySet<string> = new Set(
  (
    'ltd limited inc incorporated llc llp lp plc corp corporation co company ag akg aktiengesellschaft gmbh kg ohg se sa sas sarl ' +
    'srl spa nv bv ab oy as asa aps kft zrt doo jsc ojsc cjsc pjsc oao ooo zao pao ao sp zoo pte pty sdn bhd kk'
  ).split(' '),
);

/** False for a name that holds no word of those phrases. */
export function mayHoldLegalPhrase(name: string): boolean {
  return PHRASE_WORD.test(name);
}

/** Leaves longer legal forms out and writes dotted short ones as one word: `S.A.R.L.` → `SARL`. */
export function shortenLegalForms(name: string): string {
  const shortened = mayHoldLegalPhrase(name) ? name.replace(PHRASES, ' ') : name;
  if (!name.includes('.')) return shortened;
  return shortened.replace(DOTTED, (form) => {
    const plain = form.replaceAll('.', '');
    return LEGAL_FORMS.has(plain.toLowerCase()) ? `${plain} ` : form;
  });
}
