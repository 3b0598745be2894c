/** Most documents are of the country whose nationality the guest has: it is chosen once somebody begins with the document. */
export function guessCountry(): void {
  const country = document.querySelector<HTMLSelectElement>('select[data-guess]');
  country?.form?.addEventListener('input', ({ target }) => {
    const { name } = target as HTMLInputElement;
    const isOfDocument = name === 'documentType' || name === 'documentNumber';
    if (isOfDocument && country.value === '') country.value = country.dataset.guess ?? '';
  });
}
