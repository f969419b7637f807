/** Tells every page of ours, and the background, that the lists have changed: whoever shows them reads them again. */

const NAME = 'shortlists';

/** What has changed in nobody's sight is not told: the channel is of the extension's own origin. */
export function tellChange(): void {
  const channel = new BroadcastChannel(NAME);
  channel.postMessage(null);
  channel.close();
}

/**
 * Calls `changed` after each change, whoever made it: another page, the background, or this page.
 * @returns ends it
 */
export function onChange(changed: () => void): () => void {
  const channel = new BroadcastChannel(NAME);
  channel.onmessage = () => changed();
  return () => channel.close();
}
