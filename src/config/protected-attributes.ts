/**
 * What nobody may be judged by: the law of the Union (Charter, article 21; GDPR, article 9) and of most countries forbids it.
 * Only watchlist matching compares such data, with the entry of a list, to tell namesakes apart.
 */
const attributes: readonly string[] = [
  'nation',
  'citizen',
  'countr',
  'birthplace',
  'gender',
  'sex',
  'religio',
  'belief',
  'faith',
  'language',
  'locale',
  'ethnic',
  'racial',
  'skin',
];

export const protectedAttributeMessage =
  'cannot be a rule input: nobody is judged by nationality, gender, religion or language; watchlists alone compare such data, to tell namesakes apart';

/** Whether a key is named after such an attribute, however it is written. */
export function isProtectedAttribute(key: string): boolean {
  const plain = key.toLowerCase().replace(/[^a-z]/g, '');
  return plain === 'race' || attributes.some((attribute) => plain.includes(attribute));
}

/** The same for a reason code, by its words: `contact.phone_country_differs` would be a rule about countries. */
export function namesProtectedAttribute(reasonCode: string): boolean {
  return reasonCode.split(/[^A-Za-z]+/).some(isProtectedAttribute);
}
