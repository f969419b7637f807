/** What badge and card draw. */
import type { Report } from '../../.generated/report';
import type { Missing, Refusal } from '../../.generated/snapshot';

export type OverlayState =
  | { kind: 'reading' }
  | { kind: 'report'; report: Report; missing?: Missing[] }
  | { kind: 'refusal'; refusal: Refusal };
