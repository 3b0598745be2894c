/** An open menu closes by Escape, and by a press beside it. */
export function closeMenuOutside(): void {
  const menu = document.querySelector<HTMLDetailsElement>('details.languages');
  if (menu === null) return;
  document.addEventListener('click', (event) => {
    if (!menu.contains(event.target as Node)) menu.open = false;
  });
  menu.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return;
    menu.open = false;
    menu.querySelector('summary')?.focus();
  });
}
