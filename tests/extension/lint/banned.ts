/**
 * Calls that must not stand in the extension's source: anything that could send data away, make HTML from text,
 * or run text as code. A content script's own requests are not bound by any policy, so the source is checked
 * (and a recorder checks the running package: tests/browser).
 */
export interface Ban {
  name: string;
  pattern: RegExp;
  /** The files that it holds for, by their path in the extension's folder; all where it says none. */
  where?: RegExp;
}

/** The types of what readers make, as they stand after `as`: alone, or within `Partial<…>`, `Omit<…>` and their like. */
const MADE =
  /\bas\s+(?:(?:Omit|Partial|Pick|Readonly|Required)<\s*)?(?:$|(?:Post|Comment|Person|Profile|ProfileFields)\b)/;

export const bans: readonly Ban[] = [
  { name: 'fetch call', pattern: /(?<![.\w])fetch\s*\(/ },
  { name: 'fetch method call', pattern: /\.fetch\s*\(/ },
  { name: 'XMLHttpRequest made', pattern: /new\s+(?:\w+\.)*XMLHttpRequest\b/ },
  { name: 'WebSocket', pattern: /\bWebSocket\b/ },
  { name: 'EventSource', pattern: /\bEventSource\b/ },
  { name: 'sendBeacon', pattern: /\bsendBeacon\b/ },
  { name: 'WebRTC', pattern: /\bRTCPeerConnection\b/ },
  { name: 'WebTransport', pattern: /\bWebTransport\b/ },
  { name: 'image made', pattern: /new\s+Image\b/ },
  { name: 'src set', pattern: /\.src\s*=[^=]/ },
  { name: 'form submitted', pattern: /\.(?:requestSubmit|submit)\s*\(/ },
  { name: 'importScripts', pattern: /\bimportScripts\b/ },
  { name: 'dynamic import', pattern: /\bimport\s*\(/ },
  { name: 'eval', pattern: /(?<![.\w])eval\s*\(/ },
  { name: 'new Function', pattern: /new\s+Function\b/ },
  { name: 'innerHTML', pattern: /\b(?:inner|outer)HTML\s*=/ },
  { name: 'insertAdjacentHTML', pattern: /\binsertAdjacentHTML\b/ },
  { name: 'dangerouslySetInnerHTML', pattern: /\bdangerouslySetInnerHTML\b/ },
  { name: 'document.write', pattern: /\bdocument\.write/ },
  { name: 'DOMParser', pattern: /\bDOMParser\b/ },
  // A cast lets a misspelt field through; makePost and its like (reading/factories.ts) do not.
  { name: 'cast to what a reader makes', pattern: MADE, where: /^(?:platforms|reading)\// },
];

/** The only lines that may stand there all the same: file → the line, trimmed. */
export const allowed: ReadonlyMap<string, string> = new Map([
  ['entrypoints/background.ts', 'const ownFile = (path: string) => fetch(browser.runtime.getURL(path as never));'],
  // A saved page for its readers, in Node: nothing in it runs or loads.
  ['bulk/document.ts', 'window.document.write(html);'],
]);

export interface Finding {
  file: string;
  line: number;
  ban: string;
  text: string;
  allowed: boolean;
}

/** All banned calls in one file's text; comments are looked at too, which costs nothing and hides nothing. */
export function findings(file: string, text: string): Finding[] {
  return text.split('\n').flatMap((raw, index) => {
    const line = raw.trim();
    return bans
      .filter(({ pattern, where }) => pattern.test(line) && (where?.test(file) ?? true))
      .map(({ name }) => ({ file, line: index + 1, ban: name, text: line, allowed: allowed.get(file) === line }));
  });
}
