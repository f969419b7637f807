/** @jsxImportSource preact */
/** A part of the card or the report: its title, what stands at the end of that line, and what is under it. */
import type { ComponentChildren } from 'preact';

export interface TitledProps {
  title: string;
  aside?: ComponentChildren;
  children: ComponentChildren;
}

/** @param kind classes of the part */
export function Titled({ kind, title, aside, children }: TitledProps & { kind: string }) {
  return (
    <section class={kind}>
      <div class="row">
        <h2>{title}</h2>
        {aside && <span class="small">{aside}</span>}
      </div>
      {children}
    </section>
  );
}
