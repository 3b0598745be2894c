/** The phone's own way of handing on a link; where it has none, the link is copied. */
export function offerSharing(): void {
  for (const button of document.querySelectorAll<HTMLButtonElement>('[data-share]')) {
    button.hidden = false;
    button.addEventListener('click', () => void share(button));
  }
}

async function share(button: HTMLButtonElement): Promise<void> {
  const { share: url = '', copied = '' } = button.dataset;
  if ('share' in navigator && matchMedia('(pointer: coarse)').matches) {
    // Rejects when the guest thinks better of it.
    await navigator.share({ url }).catch(() => undefined);
    return;
  }
  await navigator.clipboard.writeText(url);
  button.textContent = copied;
}
