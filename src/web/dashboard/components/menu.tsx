import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';

interface MenuProps {
  readonly label: string;
  readonly face: ComponentChildren;
  readonly opens?: 'above' | 'below';
  readonly buttonClass?: string;
  readonly children: ComponentChildren;
}

/** A button that shows a list of things to do. Arrows walk through it, Escape leaves it, choosing closes it. */
export function Menu({ label, face, opens = 'below', buttonClass = 'button', children }: MenuProps) {
  const [isOpen, setOpen] = useState(false);
  const element = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!isOpen) return;
    listItems(element.current)[0]?.focus();
    const closeOutside = (event: Event) => {
      if (!element.current?.contains(event.target as Node)) setOpen(false);
    };
    document.addEventListener('pointerdown', closeOutside);
    return () => document.removeEventListener('pointerdown', closeOutside);
  }, [isOpen]);
  const onKeyDown = (event: KeyboardEvent) => {
    if (!isOpen) return;
    if (event.key !== 'Escape') {
      walk(event, listItems(element.current));
      return;
    }
    event.preventDefault();
    setOpen(false);
    element.current?.querySelector('button')?.focus();
  };
  return (
    <div class="menu" ref={element} onKeyDown={onKeyDown}>
      <button
        type="button"
        class={buttonClass}
        aria-label={label}
        aria-haspopup="true"
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
      >
        {face}
      </button>
      {isOpen && (
        <div
          class={`menu-list ${opens}`}
          onClick={(event) => (event.target as Element).closest('.menu-item') && setOpen(false)}
        >
          {children}
        </div>
      )}
    </div>
  );
}

function listItems(menu: HTMLElement | null): HTMLElement[] {
  return [...(menu?.querySelectorAll<HTMLElement>('.menu-item') ?? [])];
}

function walk(event: KeyboardEvent, items: readonly HTMLElement[]): void {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  if (step === 0 || event.target instanceof HTMLSelectElement) return;
  event.preventDefault();
  const at = items.findIndex((item) => item === document.activeElement);
  items[(at + step + items.length) % items.length]?.focus();
}
