/**
 * Where the person has chosen nothing that matters on pages, the skeleton is drawn without asking. Elsewhere a mark in
 * the scripts' own world, which the page does not see, says that the background is to be heard first.
 */
const own = globalThis as { plumbAsksFirst?: true };

export function markAskFirst(): void {
  own.plumbAsksFirst = true;
}

export const asksFirst = (): boolean => own.plumbAsksFirst === true;
