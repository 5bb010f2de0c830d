import type { Readable, Writable } from 'node:stream';

/** The connection ended before the answer came: the browser died or was ended. */
export class DevToolsClosedError extends Error {
  override readonly name = 'DevToolsClosedError';
}

/** Chromium understood the command and refused it. */
export class DevToolsCommandError extends Error {
  override readonly name = 'DevToolsCommandError';
}

interface Waiting {
  resolve(result: Record<string, unknown>): void;
  reject(error: Error): void;
}

type EventListener = (parameters: Record<string, unknown>) => void;

/**
 * The Chrome DevTools Protocol over a pair of pipes: JSON messages ended by a zero byte.
 *
 * Used directly rather than through a browser-automation library, because a certificate needs seven commands and
 * a library's page set-up costs more than the certificate. With pipes there is also no port to attack, and
 * Chromium ends by itself when this process dies and the pipe closes.
 */
export class DevToolsPipe {
  private readonly input: Writable;
  private readonly waiting = new Map<number, Waiting>();
  private readonly listeners = new Map<string, EventListener>();
  private lastId = 0;
  private partial: Buffer[] = [];
  private closed = false;

  /** @param input what Chromium reads (its descriptor 3), @param output what it writes (its descriptor 4). */
  constructor(input: Writable, output: Readable) {
    this.input = input;
    output.on('data', (data: Buffer) => this.receive(data));
    const close = (): void => this.close();
    for (const stream of [input, output]) stream.on('error', close).on('close', close);
  }

  /** Sends one command, to the browser or to the page of `sessionId`. */
  send(
    method: string,
    parameters: Record<string, unknown> = {},
    sessionId?: string,
  ): Promise<Record<string, unknown>> {
    if (this.closed) return Promise.reject(new DevToolsClosedError('The browser is gone.'));
    const id = (this.lastId += 1);
    return new Promise((resolve, reject) => {
      this.waiting.set(id, { resolve, reject });
      this.input.write(`${JSON.stringify({ id, method, params: parameters, sessionId })}\0`);
    });
  }

  /** One listener per session and event is all that is needed here; `undefined` removes it. */
  listen(sessionId: string, method: string, listener: EventListener | undefined): void {
    if (listener) this.listeners.set(`${sessionId} ${method}`, listener);
    else this.listeners.delete(`${sessionId} ${method}`);
  }

  /** Rejects everything that still waits. */
  close(): void {
    if (this.closed) return;
    this.closed = true;
    for (const answer of this.waiting.values())
      answer.reject(new DevToolsClosedError('The browser is gone.'));
    this.waiting.clear();
    this.listeners.clear();
  }

  private receive(data: Buffer): void {
    let rest = data;
    for (let end = rest.indexOf(0); end >= 0; end = rest.indexOf(0)) {
      this.partial.push(rest.subarray(0, end));
      const message: unknown = JSON.parse(Buffer.concat(this.partial).toString('utf8'));
      this.partial = [];
      rest = rest.subarray(end + 1);
      if (isRecord(message)) this.dispatch(message);
    }
    if (rest.length > 0) this.partial.push(rest);
  }

  private dispatch(message: Record<string, unknown>): void {
    if (typeof message['id'] === 'number') {
      const waiting = this.waiting.get(message['id']);
      this.waiting.delete(message['id']);
      const { error, result } = message;
      if (isRecord(error)) waiting?.reject(new DevToolsCommandError(String(error['message'])));
      else waiting?.resolve(isRecord(result) ? result : {});
      return;
    }
    const { sessionId, method, params } = message;
    this.listeners.get(`${String(sessionId)} ${String(method)}`)?.(isRecord(params) ? params : {});
  }
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A string member of an answer; Chromium not keeping its protocol is a failure, not a case. */
export function stringIn(result: Record<string, unknown>, key: string): string {
  const value = result[key];
  if (typeof value !== 'string') throw new DevToolsCommandError(`Chromium's answer has no "${key}".`);
  return value;
}
