/** What a browser and a phone's keyboard are told of a field: https://html.spec.whatwg.org/#autofill */
export interface TypingHints {
  readonly type?: string;
  readonly autocomplete?: string;
  readonly inputmode?: string;
  readonly autocapitalize?: string;
  readonly spellcheck?: string;
  readonly enterkeyhint?: string;
  readonly dir?: string;
}

const asWritten = { autocapitalize: 'characters', spellcheck: 'false', autocomplete: 'off' } as const;

const hintsByField: Readonly<Record<string, TypingHints>> = {
  firstName: { autocomplete: 'given-name', autocapitalize: 'words', spellcheck: 'false' },
  lastName: { autocomplete: 'family-name', autocapitalize: 'words', spellcheck: 'false' },
  gender: { autocomplete: 'sex' },
  nationality: { autocomplete: 'off' },
  country: { autocomplete: 'country' },
  address: { autocomplete: 'address-line1' },
  address2: { autocomplete: 'address-line2' },
  city: { autocomplete: 'address-level2' },
  state: { autocomplete: 'address-level1' },
  zip: { autocomplete: 'postal-code', autocapitalize: 'characters' },
  email: { type: 'email', inputmode: 'email', autocomplete: 'email', spellcheck: 'false', dir: 'ltr' },
  companionEmail: { type: 'email', inputmode: 'email', autocomplete: 'off', spellcheck: 'false', dir: 'ltr' },
  phone: { type: 'tel', inputmode: 'tel', autocomplete: 'tel', dir: 'ltr' },
  documentType: { autocomplete: 'off' },
  documentNumber: { ...asWritten, dir: 'ltr' },
  documentIssuingCountry: { autocomplete: 'off' },
  arrivalTime: { autocomplete: 'off' },
  licencePlate: { ...asWritten, dir: 'ltr' },
};

/** Fields of companions, e.g. `companion.2.firstName`, are not the guest's own: the browser is not to fill them in. */
export function typingHints(name: string): TypingHints {
  const own = hintsByField[name];
  if (own !== undefined) return own;
  const last = hintsByField[name.slice(name.lastIndexOf('.') + 1)];
  return { ...last, autocomplete: 'off' };
}
