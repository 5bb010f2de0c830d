import { inject, Service } from '@angular/core';
import { Connection } from '../connection/connection.js';
import { SignInGate } from '../session/sign-in-gate.js';
import { offline, readProblem } from './problem.js';

const MAX_WAITS = 4;
const LONGEST_WAIT_SECONDS = 10;

/** Here a 401 is an answer, and not a reason to ask for the sign-in. */
const OPEN_TO_ALL = /^\/api\/(tenant|session|verifications\/[^/]+)$/;

/**
 * `fetch` with what every request of ours needs: problem details, waiting when the server asks for it, and signing in
 * again without losing the page. ETags are the browser's own cache's work.
 */
@Service()
export class Transport {
  readonly #connection = inject(Connection);
  readonly #gate = inject(SignInGate);

  /** @throws ProblemError when refused, or when the server cannot be reached. */
  async send(request: Request): Promise<Response> {
    let asksToSignIn = !OPEN_TO_ALL.test(new URL(request.url).pathname);
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
      if (response.status !== 401 || !asksToSignIn) throw await readProblem(response);
      asksToSignIn = false;
      await this.#gate.whenOpen();
      // The new session has a new token.
      if (this.#gate.csrfToken) request.headers.set('x-csrf-token', this.#gate.csrfToken);
    }
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

function secondsToWait(header: string | null): number {
  const seconds = Number(header);
  return Number.isFinite(seconds) ? Math.min(Math.max(seconds, 0.5), LONGEST_WAIT_SECONDS) : 2;
}

const sleep = (seconds: number): Promise<void> => new Promise((done) => setTimeout(done, seconds * 1000));
