const pauseMs = 2_500;
const mostLooks = 24;

/** While what was sent is on its way to the hotel: looks again, until the page says that it arrived. */
export function followDelivery(looks = 0): void {
  if (document.querySelector('[data-waiting]') === null || looks >= mostLooks) return;
  setTimeout(() => void look(looks), pauseMs);
}

async function look(looks: number): Promise<void> {
  const response = await fetch(location.href).catch(() => undefined);
  if (response?.ok === true) {
    const page = new DOMParser().parseFromString(await response.text(), 'text/html');
    const [now, then] = [document.querySelector('.state'), page.querySelector('.state')];
    if (now !== null && then !== null && !then.hasAttribute('data-waiting')) {
      then.setAttribute('role', 'status');
      now.replaceWith(then);
      document.title = page.title;
    }
  }
  followDelivery(looks + 1);
}
