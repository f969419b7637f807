/**
 * The two functions below run inside Firefox, in its privileged scope, given as text: they see no name of this
 * module. They note each request with its principal and the call stack that led to it.
 */

export interface RawSighting {
  url: string;
  method: string;
  /** Asked with the principal of an extension, a content script's included. */
  addon: boolean;
  /** Asked by the browser itself, for no tab. */
  system: boolean;
  /** File names of the call stack, innermost first, asynchronous callers included. */
  frames: string[];
  blocked: boolean;
  /** A picture, style sheet, font or medium: loaded when the page is laid out, whoever's script asked for the layout. */
  passive: boolean;
}

/** Runs in each process that shows pages: stacks exist only there. */
export function noteInProcess(): void {
  // biome-ignore lint/suspicious/noExplicitAny: Firefox's privileged globals have no types here
  const { Services, Ci, Components } = globalThis as any;
  const tell = (message: object) => Services.cpmm.sendAsyncMessage('plumb-replay', message);
  const own = Components.stack.filename;
  Services.obs.addObserver(
    {
      // biome-ignore lint/suspicious/noExplicitAny: as above
      observe(subject: any) {
        let channel: { channelId: number };
        try {
          channel = subject.QueryInterface(Ci.nsIHttpChannel);
        } catch {
          return;
        }
        const frames: string[] = [];
        for (let frame = Components.stack; frame && frames.length < 64; frame = frame.asyncCaller ?? frame.caller) {
          if (frame.filename && frame.filename !== own) frames.push(String(frame.filename).slice(0, 300));
        }
        tell({ id: channel.channelId, frames });
      },
    },
    'http-on-opening-request',
  );
  Services.obs.addObserver(
    {
      // biome-ignore lint/suspicious/noExplicitAny: as above
      observe(subject: any) {
        try {
          tell({ blocked: subject.QueryInterface(Ci.nsIURI).spec, addon: Services.appinfo.remoteType === 'extension' });
        } catch {
          /* an inline script or style has no address */
        }
      },
    },
    'csp-on-violate-policy',
  );
}

/** Runs in the parent process: principals are known there. */
export function watchInParent(inProcess: string): void {
  // biome-ignore lint/suspicious/noExplicitAny: Firefox's privileged globals have no types here
  const { Services, Ci } = globalThis as any;
  const opened: { id: number; url: string; method: string; addon: boolean; system: boolean; passive: boolean }[] = [];
  const stacks = new Map<number, string[]>();
  const blocked: { url: string; addon: boolean }[] = [];
  // biome-ignore lint/suspicious/noExplicitAny: as above
  Services.ppmm.addMessageListener('plumb-replay', ({ data }: any) => {
    if (data.blocked) blocked.push({ url: data.blocked, addon: data.addon });
    else stacks.set(data.id, data.frames);
  });
  Services.ppmm.loadProcessScript(
    `data:application/javascript;charset=utf-8,${encodeURIComponent(`(${inProcess})()`)}`,
    true,
  );
  const observer = {
    // biome-ignore lint/suspicious/noExplicitAny: as above
    observe(subject: any, topic: string) {
      if (topic === 'browsing-context-attached') {
        // Without this mark Firefox keeps no stack of a fetch.
        if (subject.isContent && subject.top === subject) subject.watchedByDevTools = true;
        return;
      }
      const channel = subject.QueryInterface(Ci.nsIHttpChannel);
      const principals = [channel.loadInfo?.triggeringPrincipal, channel.loadInfo?.loadingPrincipal];
      opened.push({
        id: channel.channelId,
        url: channel.URI.spec,
        method: channel.requestMethod,
        addon: principals.some((principal) => principal?.isAddonOrExpandedAddonPrincipal),
        system: !!channel.loadInfo?.triggeringPrincipal?.isSystemPrincipal && !channel.loadInfo?.browsingContextID,
        // nsIContentPolicy: TYPE_IMAGE, TYPE_STYLESHEET, TYPE_FONT, TYPE_MEDIA
        passive: [3, 4, 14, 15].includes(channel.loadInfo?.externalContentPolicyType),
      });
    },
  };
  for (const topic of ['http-on-modify-request', 'browsing-context-attached'])
    Services.obs.addObserver(observer, topic);
  for (const window of Services.wm.getEnumerator('navigator:browser')) {
    for (const tab of window.gBrowser.tabs) tab.linkedBrowser.browsingContext.watchedByDevTools = true;
  }
  (globalThis as unknown as { plumbReplay: object }).plumbReplay = {
    /** What was noted since the last call. */
    take() {
      const taken = opened
        .splice(0)
        .map(({ id, ...rest }) => ({ ...rest, frames: stacks.get(id) ?? [], blocked: false }));
      return [
        ...taken,
        ...blocked.splice(0).map(({ url, addon }) => ({
          url,
          method: 'GET',
          addon,
          system: false,
          frames: [],
          blocked: true,
          passive: false,
        })),
      ];
    },
  };
}
