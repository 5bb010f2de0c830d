import { setTimeout as sleep } from 'node:timers/promises';
import type { SubmissionDto } from '../src/claims/dto/submit-claim.dto.js';
import type { CartDto } from '../src/claims/dto/cart.dto.js';
import type { TestApp } from './testing-app.js';
import { Learner, bodyOf } from './testing-claims.js';
import type { Answer } from './testing-client.js';
import { complete } from './testing-evaluations.js';
import type { Society } from './testing-society.js';

/** Claims are amended at most thirty times an hour. */
const MOST_SUBMISSIONS = 25;
/** As long as a portal would wait before it asks again. */
const PAUSE_MILLISECONDS = 50;

/**
 * A learner who adds sessions, answers the evaluation and submits, again and again, and like the portal asks again
 * whatever was answered with 503. Remembers what was acknowledged.
 */
export class BusyLearner {
  /** Every status that was answered. */
  readonly statuses = new Set<number>();
  /** Offerings whose adding was acknowledged. */
  readonly added = new Set<string>();
  /** The claim that was acknowledged for each key, and the request, in order. */
  readonly claims = new Map<string, { claimId: string; revision: number }>();
  /** Keys whose repetition was answered with something else. */
  readonly doubled: string[] = [];
  /** The remark that was acknowledged last. */
  remark = '';
  private version = 0;
  private isOver = false;

  private constructor(
    readonly learner: Learner,
    readonly badge: string,
    private readonly name: string,
  ) {}

  static async signIn(app: TestApp, society: Society, badge: string, lastName: string): Promise<BusyLearner> {
    const learner = await Learner.signIn(app, society, badge, lastName);
    return new BusyLearner(learner, badge, `${society.tenant.slug}-${badge}`);
  }

  /** Goes on until told to stop; every session but the last, which is not for everybody. */
  async work(): Promise<void> {
    const sessions = this.learner.society.offeringIds.length - 1;
    for (let round = 0; !this.isOver; round++) {
      const offering = this.learner.offering(round % sessions);
      const isFull = round >= MOST_SUBMISSIONS;
      bodyOf(await this.ask(() => this.learner.client.put(this.learner.path(`cart/lines/${offering}`))));
      this.added.add(offering);
      await this.answer(`Round ${String(round)}`);
      if (!isFull) await this.submit(`${this.name}-round-${String(round)}`);
      if (round === 0) await this.wantCertificate();
    }
  }

  stop(): void {
    this.isOver = true;
  }

  /** Submits under a key, and once more under the same key. */
  private async submit(key: string): Promise<void> {
    const { revision } = bodyOf<CartDto>(
      await this.ask(() => this.learner.client.get(this.learner.path('cart'))),
    );
    const claimId = await this.send(key, revision);
    this.claims.set(key, { claimId, revision });
    await this.repeat(key);
  }

  /** Sends what was acknowledged under a key once more. */
  async repeat(key: string): Promise<void> {
    const known = this.claims.get(key);
    if (known === undefined || (await this.send(key, known.revision)) !== known.claimId)
      this.doubled.push(key);
  }

  private async send(key: string, revision: number): Promise<string> {
    const sent = await this.ask(() => this.learner.trySubmit(key, { revision, isAttested: true }));
    return bodyOf<SubmissionDto>(sent, 201).claim.id;
  }

  private async answer(remark: string): Promise<void> {
    const path = this.learner.path('evaluations/overall');
    const body = { answers: { ...complete, remark } };
    const saved = await this.ask(() => this.learner.client.put(path, { ...body, version: this.version }));
    // A save that was done and not answered is found again by reading.
    const { version } = saved.status === 409 ? await this.readAnswers(remark) : bodyOf<Saved>(saved);
    this.version = version;
    this.remark = remark;
  }

  private async readAnswers(remark: string): Promise<Saved> {
    const read = bodyOf<Saved>(
      await this.ask(() => this.learner.client.get(this.learner.path('evaluations/overall'))),
    );
    if (read.answers['remark'] !== remark) throw new Error(`Somebody else answered ${remark}`);
    return read;
  }

  private async wantCertificate(): Promise<void> {
    const asked = await this.ask(() => this.learner.tryToIssue('cme'));
    // 202: its printing goes on without the learner.
    bodyOf(asked, asked.status === 202 ? 202 : 200);
  }

  /** Asks until the answer is another than 503. */
  private async ask(send: () => Promise<Answer>): Promise<Answer> {
    for (;;) {
      const answer = await send();
      this.statuses.add(answer.status);
      if (answer.status !== 503) return answer;
      await sleep(PAUSE_MILLISECONDS);
    }
  }
}

interface Saved {
  version: number;
  answers: Record<string, unknown>;
}
