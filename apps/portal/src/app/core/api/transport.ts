import { DOCUMENT, inject, Service } from '@angular/core';
import { Connection } from '../connection/connection.js';
import { type HeldSession, SignInGate } from './sign-in-gate.js';
import { offline, readProblem } from './problem.js';

const MAX_WAITS = 4;
const LONGEST_WAIT_SECONDS = 10;

/** Here a 401 is an answer, and not a reason to ask for the sign-in. */
const OPEN_TO_ALL = /^\/api\/(tenant|session(\/password)?|password\/reset(-request)?|verifications\/[^/]+)$/;

/**
 * `fetch` with what every request of ours needs: problem details, waiting when the server asks for it, and signing in
 * again without losing the page. ETags are the browser's own cache's work.
 */
@Service()
export class Transport {
  readonly #connection = inject(Connection);
  readonly #gate = inject(SignInGate);
  readonly #document = inject(DOCUMENT);

  /** @throws ProblemError when refused, or when the server cannot be reached. */
  async send(request: Request): Promise<Response> {
    let asksToSignIn = !OPEN_TO_ALL.test(new URL(request.url).pathname);
    let mayRenew = this.#gate.holder !== null;
    for (let waits = 0; ;) {
      const response = await this.#fetch(request.clone());
      if (response.status === 503 && waits < MAX_WAITS && response.headers.has('retry-after')) {
        waits += 1;
        this.#connection.askedToWait();
        await sleep(secondsToWait(response.headers.get('retry-after')));
        continue;
      }
      this.#connection.answered();
      if (response.ok) return response;
      if (response.status === 403 && mayRenew) {
        mayRenew = false;
        const problem = await readProblem(response);
        if (problem.code !== 'request.csrf' || !(await this.#renewToken())) throw problem;
        this.#setToken(request);
        continue;
      }
      if (response.status !== 401 || !asksToSignIn) throw await readProblem(response);
      asksToSignIn = false;
      await this.#gate.whenOpen();
      // The new session has a new token.
      this.#setToken(request);
    }
  }

  #setToken(request: Request): void {
    if (this.#gate.csrfToken) request.headers.set('x-csrf-token', this.#gate.csrfToken);
  }

  /**
   * Somebody has signed in again in another tab, and this one still has the token of before. When it is the same person
   * at the same activity the new token serves here too; when it is not, nothing of the first person may stay on the
   * screen.
   */
  async #renewToken(): Promise<boolean> {
    const response = await this.#fetch(new Request('/api/session', { cache: 'no-store' }));
    if (response.status === 401) return false;
    if (!response.ok) throw await readProblem(response);
    const session: unknown = await response.json();
    if (!isSession(session)) return false;
    if (this.#gate.renew(session)) return true;
    this.#document.location.assign('/');
    return false;
  }

  async #fetch(request: Request): Promise<Response> {
    try {
      return await fetch(request);
    } catch (cause) {
      // `fetch` rejects with a TypeError for a connection that failed; anything else is our own mistake.
      if (!(cause instanceof TypeError)) throw cause;
      this.#connection.unreachable();
      throw offline();
    }
  }
}

/** What the contract promises of `/api/session`, looked at because it came past the typed client. */
const isSession = (value: unknown): value is HeldSession =>
  typeof value === 'object' &&
  value !== null &&
  'csrfToken' in value &&
  'learner' in value &&
  'activity' in value;

function secondsToWait(header: string | null): number {
  const seconds = Number(header);
  return Number.isFinite(seconds) ? Math.min(Math.max(seconds, 0.5), LONGEST_WAIT_SECONDS) : 2;
}

const sleep = (seconds: number): Promise<void> => new Promise((done) => setTimeout(done, seconds * 1000));
