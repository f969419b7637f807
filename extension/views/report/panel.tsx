/** @jsxImportSource preact */
/** What the parts of the report share. */
import type { ComponentChildren } from 'preact';
import type { Report } from '../../.generated/report';
import type { Words } from '../words';

export interface PartProps {
  report: Report;
  words: Words;
  muted?: boolean;
}

export interface PanelProps {
  title: string;
  aside?: ComponentChildren;
  /** More classes of the panel. */
  kind?: string;
  children: ComponentChildren;
}

export function Panel({ title, aside, kind, children }: PanelProps) {
  return (
    <section class={kind ? `panel ${kind}` : 'panel'}>
      <div class="row">
        <h2>{title}</h2>
        {aside && <span class="small">{aside}</span>}
      </div>
      {children}
    </section>
  );
}
