/** What OFAC calls the documents of natural persons; companies' numbers, phones and addresses are not among them. */
const documentTypes = [
  'Passport',
  'Diplomatic Passport',
  'Stateless Person Passport',
  'British National Overseas Passport',
  'Travel Document Number',
  'Stateless Person ID Card',
  'Refugee ID Card',
  'Residency Number',
  'Romanian Permanent Resident',
  'Immigration No.',
  'Public Security and Immigration No.',
  'VisaNumberID',
  "Seafarer's Identification Document",
  'National ID No.',
  'National Foreign ID Number',
  'Identification Number',
  'Identification Card',
  'Personal ID Card',
  "Citizen's Card Number",
  'Numero de Identidad',
  'Cedula No.',
  'D.N.I.',
  'N.I.E.',
  'NIE',
  'C.U.I.',
  'C.U.I.P.',
  'C.U.I.T.',
  'C.U.R.P.',
  'C.U.R.P',
  'CNP (Personal Numerical Code)',
  'I.F.E.',
  'Credencial electoral',
  'Electoral Registry No.',
  'LE Number',
  'SSN',
  'Birth Certificate Number',
  "Driver's License No.",
  'Pilot License Number',
  'Tarjeta Profesional',
  'Cartilla de Servicio Militar Nacional',
  'Military Registration Number',
  'Tazkira National ID Card',
  'Bosnian Personal ID No.',
  'Kenyan ID No.',
  'Moroccan Personal ID No.',
  'Turkish Identification Number',
  'UAE Identification',
  'Tax ID No.',
  'Italian Fiscal Code',
  'Fiscal Code',
  'Paraguayan tax identification number',
  'Numero Unico de Identificacao Tributaria (NUIT)',
  'N.I.F.',
  'NIT #',
  'R.F.C.',
  'RFC',
  'RIF #',
  'RTN',
  'RUC #',
] as const;

const longestFirst = documentTypes.toSorted((one, other) => other.length - one.length);
const types: ReadonlySet<string> = new Set(documentTypes);

/** Types that are not known here yet are told by their words. */
const identifying = /passport|\bid\b|identif|cedula|national|licen[cs]e|tax|ssn|certificate|fiscal|card|\bno\.|number/i;
const notIdentifying =
  /address|risk|information|order|currency|phon|website|email|determination|vessel|aircraft|swift|bik|company|commerc|business|mercantil|date|registration of/i;

/** Whether an `idType` of the classic XML is a document that may identify a person. */
export function isOfacDocument(type: string): boolean {
  return types.has(type) || (identifying.test(type) && !notIdentifying.test(type));
}

/** A remark about a document, e.g. `Passport A123 (Iraq)`, as its type and what follows it. */
export function findOfacDocument(remark: string): { readonly type: string; readonly rest: string } | undefined {
  const type = longestFirst.find((known) => remark.startsWith(`${known} `));
  return type === undefined ? undefined : { type, rest: remark.slice(type.length + 1) };
}
