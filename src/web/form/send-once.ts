/** A second press of a button, while the first is on its way, sends nothing. Coming back makes it work again. */
export function sendOnce(): void {
  const sending = new WeakSet<HTMLFormElement>();
  document.addEventListener('submit', (event) => {
    const form = event.target as HTMLFormElement;
    if (event.defaultPrevented) return;
    if (sending.has(form)) {
      event.preventDefault();
      return;
    }
    sending.add(form);
    setPressed(form, true);
  });
  window.addEventListener('pageshow', () => {
    for (const form of document.forms) {
      sending.delete(form);
      setPressed(form, false);
    }
  });
}

/** Not `disabled`: a disabled button loses the focus, and is not sent. */
function setPressed(form: HTMLFormElement, isPressed: boolean): void {
  for (const button of form.querySelectorAll('[data-submit]')) {
    if (isPressed) button.setAttribute('aria-disabled', 'true');
    else button.removeAttribute('aria-disabled');
  }
}
