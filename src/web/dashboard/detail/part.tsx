import type { ComponentChildren, Ref } from 'preact';
import { useId } from 'preact/hooks';

interface PartProps {
  readonly title: string;
  readonly children: ComponentChildren;
  /** Beside the title. */
  readonly tools?: ComponentChildren;
  /** To put the focus on. */
  readonly heading?: Ref<HTMLHeadingElement>;
}

/** One part of a guest's page. */
export function Part({ title, tools, heading, children }: PartProps) {
  const id = useId();
  return (
    <section class="part" aria-labelledby={id}>
      <header class="part-head">
        <h3 id={id} {...(heading !== undefined && { ref: heading, tabIndex: -1 })}>
          {title}
        </h3>
        {tools}
      </header>
      {children}
    </section>
  );
}
