/**
 * The only server that a replayed browser can reach: an HTTP proxy on loopback that ends TLS itself, answers
 * from a recording, and writes down everything that arrives.
 */
import { execFileSync } from 'node:child_process';
import { createHash, X509Certificate } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { createSecureContext, TLSSocket } from 'node:tls';
import { bodyOf, canonical, headersOf, type Recording } from './har.ts';

/** One thing that arrived. */
export interface Arrival {
  url: string;
  method: string;
  /** Its headers as they came: name, value, name, value … */
  headers: readonly string[];
  /** What was answered; 0 where the connection was closed without an answer. */
  status: number;
  body: string;
  /** Milliseconds since the epoch. */
  at: number;
  /** `har`: answered by an entry for its first time; `again`: by the last entry once more; `none`: not in the HAR. */
  recorded: 'har' | 'again' | 'none';
}

export interface Identity {
  key: string;
  cert: string /** Base64 SHA-256 of the public key, as Chromium's flag wants it. */;
  spki: string;
}

/** A key and a certificate that live as long as the replay. @throws where openssl is missing. */
export function makeIdentity(): Identity {
  const pem = execFileSync(
    'openssl',
    [
      'req',
      '-x509',
      '-newkey',
      'ec',
      '-pkeyopt',
      'ec_paramgen_curve:prime256v1',
      '-nodes',
      '-days',
      '3650',
      '-set_serial',
      '1',
      '-subj',
      '/CN=plumb.example',
      '-keyout',
      '-',
      '-out',
      '-',
    ],
    { stdio: ['ignore', 'pipe', 'ignore'] },
  ).toString();
  const key = /-----BEGIN PRIVATE KEY-----[\s\S]*?-----END PRIVATE KEY-----/.exec(pem)?.[0];
  const cert = /-----BEGIN CERTIFICATE-----[\s\S]*?-----END CERTIFICATE-----/.exec(pem)?.[0];
  if (!key || !cert) throw new Error('openssl made no certificate.');
  const spki = createHash('sha256')
    .update(new X509Certificate(cert).publicKey.export({ type: 'spki', format: 'der' }))
    .digest('base64');
  return { key, cert, spki };
}

const BODY_LIMIT = 16 * 1024 * 1024;

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size <= BODY_LIMIT) chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

export class ReplayProxy {
  readonly arrivals: Arrival[] = [];
  /** Time of the last request or answer, milliseconds since the epoch. */
  lastTraffic = 0;
  recording: Recording | undefined;
  /** Holds an answer back until its promise is kept. */
  delay: ((method: string, url: string) => Promise<unknown>) | undefined;
  readonly #outer: Server;
  readonly #inner: Server;
  readonly #secure;
  readonly #sockets = new Set<Socket>();
  #tunnels = new Set<{ authority: string; used: boolean; at: number }>();

  constructor(identity: Identity) {
    this.#secure = createSecureContext({ key: identity.key, cert: identity.cert });
    this.#inner = createServer((request, response) => void this.#answer(request, response));
    this.#outer = createServer((request, response) => void this.#answer(request, response));
    for (const server of [this.#inner, this.#outer]) {
      server.keepAliveTimeout = 60_000;
      server.on('upgrade', (request, socket) => {
        this.#note(request, this.#addressOf(request, 'ws'), '', 404, 'none');
        socket.end('HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\nConnection: close\r\n\r\n');
      });
      server.on('clientError', (_error, socket) => socket.destroy());
    }
    this.#outer.on('connection', (socket: Socket) => {
      this.#sockets.add(socket);
      socket.on('error', () => socket.destroy());
      socket.on('close', () => this.#sockets.delete(socket));
    });
    this.#outer.on('connect', (request, socket: Socket) => this.#tunnel(request.url ?? '', socket));
  }

  /** @returns the port on 127.0.0.1 */
  async listen(): Promise<number> {
    await new Promise<void>((resolve, reject) => {
      this.#outer.once('error', reject);
      this.#outer.listen(0, '127.0.0.1', resolve);
    });
    return (this.#outer.address() as AddressInfo).port;
  }

  async close(): Promise<void> {
    for (const socket of this.#sockets) socket.destroy();
    await new Promise<void>((resolve) => this.#outer.close(() => resolve()));
  }

  /** Forgets what arrived so far; connections that stay open belong to the past too. */
  forget(): void {
    this.arrivals.length = 0;
    this.#tunnels.clear();
  }

  /** All that arrived: requests, and connections that asked for nothing but tell their host's name. */
  seen(): Arrival[] {
    const unused = [...this.#tunnels].filter(({ used }) => !used);
    return [
      ...this.arrivals,
      ...unused.map(
        ({ authority, at }): Arrival => ({
          url: `https://${authority.replace(/:443$/, '')}/`,
          method: 'CONNECT',
          headers: [],
          status: 200,
          body: '',
          at,
          recorded: 'none',
        }),
      ),
    ];
  }

  #tunnel(authority: string, socket: Socket): void {
    const tunnel = { authority, used: false, at: Date.now() };
    this.#tunnels.add(tunnel);
    socket.on('error', () => socket.destroy());
    socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
    socket.once('data', (first: Buffer) => {
      socket.pause();
      socket.unshift(first);
      if (first[0] !== 0x16) {
        // not a TLS handshake: plain HTTP (ws:) through the tunnel
        Object.assign(socket, { tunnel, scheme: 'http' });
        this.#inner.emit('connection', socket);
        socket.resume();
        return;
      }
      const secure = new TLSSocket(socket, {
        isServer: true,
        secureContext: this.#secure,
        ALPNProtocols: ['http/1.1'],
      });
      Object.assign(secure, { tunnel, scheme: 'https' });
      secure.on('error', () => socket.destroy());
      this.#inner.emit('connection', secure);
    });
  }

  #addressOf(request: IncomingMessage, kind: 'http' | 'ws' = 'http'): string {
    const socket = request.socket as Socket & { tunnel?: { authority: string; used: boolean }; scheme?: string };
    if (socket.tunnel) socket.tunnel.used = true;
    if (/^https?:\/\//i.test(request.url ?? '')) return canonical(request.url ?? '');
    const secure = socket.scheme === 'https';
    const scheme = kind === 'ws' ? (secure ? 'wss' : 'ws') : secure ? 'https' : 'http';
    const authority = socket.tunnel?.authority ?? request.headers.host ?? 'unknown.invalid';
    return canonical(`${scheme}://${authority}${request.url}`);
  }

  #note(request: IncomingMessage, url: string, body: string, status: number, recorded: Arrival['recorded']): void {
    this.lastTraffic = Date.now();
    const { method = 'GET', rawHeaders: headers } = request;
    this.arrivals.push({ url, method, headers, status, body, at: this.lastTraffic, recorded });
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    response.on('close', () => {
      this.lastTraffic = Date.now();
    });
    const url = this.#addressOf(request);
    const method = request.method ?? 'GET';
    let body = '';
    try {
      body = await readBody(request);
    } catch {
      this.#note(request, url, body, 0, 'none');
      return;
    }
    const found = this.recording?.answer(method, url, body);
    if (!found) {
      if (this.#preflight(request, response, url)) return;
      this.#note(request, url, body, 404, 'none');
      response.writeHead(404, { 'Content-Type': 'text/plain; charset=utf-8', 'Access-Control-Allow-Origin': '*' });
      response.end('Not in the recording.\n');
      return;
    }
    const { entry, first } = found;
    const bytes = bodyOf(entry);
    // A revalidated answer has its body in the HAR; this browser's cache is empty.
    const status = entry.response.status === 304 && bytes.length ? 200 : entry.response.status;
    this.#note(request, url, body, status, first ? 'har' : 'again');
    await this.delay?.(method, url);
    if (status < 200 || status > 599) {
      request.socket.destroy(); // recorded as failed or blocked
      return;
    }
    response.sendDate = false;
    const headers = headersOf(entry);
    const empty = method === 'HEAD' || status === 204 || status === 304;
    if (!empty) headers.push('Content-Length', String(bytes.length));
    response.writeHead(status, headers);
    response.end(empty ? undefined : bytes);
  }

  /** Developer tools leave preflights out: the recorded request shows that this one was granted. */
  #preflight(request: IncomingMessage, response: ServerResponse, url: string): boolean {
    const wanted = request.headers['access-control-request-method'];
    if (request.method !== 'OPTIONS' || typeof wanted !== 'string' || !this.recording?.has(wanted, url)) return false;
    this.#note(request, url, '', 204, 'har');
    response.writeHead(204, {
      'Access-Control-Allow-Origin': request.headers.origin ?? '*',
      'Access-Control-Allow-Methods': wanted,
      'Access-Control-Allow-Headers': request.headers['access-control-request-headers'] ?? '',
      'Access-Control-Allow-Credentials': 'true',
    });
    response.end();
    return true;
  }
}
