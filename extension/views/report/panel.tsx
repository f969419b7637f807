/** @jsxImportSource preact */
/** What the parts of the report share. */
import type { Report } from '../../.generated/report';
import { Titled, type TitledProps } from '../titled';
import type { Words } from '../words';

export interface PartProps {
  report: Report;
  words: Words;
  muted?: boolean;
}

export interface PanelProps extends TitledProps {
  /** More classes of the panel. */
  kind?: string;
}

export function Panel({ kind, ...props }: PanelProps) {
  return <Titled kind={kind ? `panel ${kind}` : 'panel'} {...props} />;
}
