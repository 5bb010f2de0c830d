import { inject, Service } from '@angular/core';
import { Connection } from '../connection/connection.js';
import { SignInGate } from '../session/sign-in-gate.js';
import { offline, readJson, readProblem } from './problem.js';

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

export interface RequestOptions {
  body?: unknown;
  headers?: Record<string, string>;
  /** Whether a 401 opens the sign-in over the page and then tries again; off for the sign-in itself. */
  asksToSignIn?: boolean;
}

const MAX_WAITS = 4;
const LONGEST_WAIT_SECONDS = 10;

/**
 * `fetch` with what every request of ours needs: JSON, the CSRF token, problem details, waiting when the server asks
 * for it, and signing in again without losing the page. ETags are the browser's own cache's work.
 */
@Service()
export class HttpClient {
  readonly #connection = inject(Connection);
  readonly #gate = inject(SignInGate);

  /** @throws ProblemError when refused, or when the server cannot be reached. */
  async request<T>(method: Method, path: string, options: RequestOptions = {}): Promise<T> {
    return await readJson<T>(await this.#send(method, path, options));
  }

  /** For endpoints that answer 204. */
  async command(method: Method, path: string, options: RequestOptions = {}): Promise<void> {
    await this.#send(method, path, options);
  }

  async #send(method: Method, path: string, options: RequestOptions): Promise<Response> {
    for (let waits = 0; ; waits += 1) {
      const response = await this.#fetch(method, path, options);
      if (response.status === 503 && waits < MAX_WAITS && response.headers.has('retry-after')) {
        this.#connection.askedToWait();
        await sleep(secondsToWait(response.headers.get('retry-after')));
        continue;
      }
      this.#connection.answered();
      if (response.ok) return response;
      if (response.status === 401 && options.asksToSignIn !== false) {
        await this.#gate.whenOpen();
        return this.#send(method, path, { ...options, asksToSignIn: false });
      }
      throw await readProblem(response);
    }
  }

  async #fetch(method: Method, path: string, { body, headers }: RequestOptions): Promise<Response> {
    const token = method === 'GET' ? null : this.#gate.csrfToken;
    try {
      return await fetch(`/api${path}`, {
        method,
        credentials: 'same-origin',
        headers: {
          accept: 'application/json',
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          ...(token === null ? {} : { 'x-csrf-token': token }),
          ...headers,
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
    } catch (cause) {
      // `fetch` rejects with a TypeError for a connection that failed; anything else is our own mistake.
      if (!(cause instanceof TypeError)) throw cause;
      this.#connection.unreachable();
      throw offline();
    }
  }
}

function secondsToWait(header: string | null): number {
  const seconds = Number(header);
  return Number.isFinite(seconds) ? Math.min(Math.max(seconds, 0.5), LONGEST_WAIT_SECONDS) : 2;
}

const sleep = (seconds: number): Promise<void> => new Promise((done) => setTimeout(done, seconds * 1000));
