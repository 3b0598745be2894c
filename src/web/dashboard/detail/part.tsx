import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';

interface PartProps {
  readonly title: string;
  readonly children: ComponentChildren;
  /** Beside the title. */
  readonly tools?: ComponentChildren;
}

/** One part of a guest's page. */
export function Part({ title, tools, children }: PartProps) {
  const id = useId();
  return (
    <section class="part" aria-labelledby={id}>
      <header class="part-head">
        <h3 id={id}>{title}</h3>
        {tools}
      </header>
      {children}
    </section>
  );
}
