/** @jsxImportSource preact */
/** All that is drawn in the shadow root: badge, card, and one polite message. */

import { Badge, type BadgeProps } from '../views/card/badge';
import { Card, type CardProps } from '../views/card/card';
import type { Scheme } from '../views/tokens';

export interface SurfaceProps extends Omit<BadgeProps, 'onToggle'>, CardProps {
  scheme: Scheme;
  announcement: string;
  onToggle(event: Event): void;
}

export function Surface(props: SurfaceProps) {
  const { scheme, announcement, open, words, direction } = props;
  return (
    <div dir={direction}>
      <div class={`plumb scheme-${scheme}`} lang={words.locale}>
        <Badge {...props} />
        <svg class="highlights" aria-hidden="true" />
        <p class="visually-hidden" aria-live="polite">
          {announcement}
        </p>
      </div>
      <section
        class={`plumb card scheme-${scheme}`}
        popover="manual"
        role="dialog"
        aria-labelledby="card-title"
        tabIndex={-1}
        lang={words.locale}
      >
        {open && <Card {...props} />}
      </section>
    </div>
  );
}
