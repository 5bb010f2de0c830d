import { OVERALL_EVALUATION } from '../demo/evaluation-form.js';
import { LAST_NAME, SESSION_FORM, type JourneySociety } from './journey-societies.js';
import type { LoopbackAnswer, LoopbackClient, LoopbackRequest } from './loopback-client.js';

export const SESSIONS = 15;
const CATALOGUE_READS = 5;

/** Takes how long a request took, by what it was for. */
export type Recorder = (step: string, milliseconds: number) => void;

/** A learner's browser: keeps the session, and the catalogue with its version as a browser's cache does. */
export class JourneyLearner {
  private headers: Readonly<Record<string, string>> = { 'accept-encoding': 'gzip, deflate, br' };
  private catalogueVersion: string | undefined;
  private cartRevision = 0;

  /** @param number counted from 1; learners choose different sessions */
  constructor(
    private readonly client: LoopbackClient,
    private readonly society: JourneySociety,
    private readonly number: number,
    private readonly record: Recorder,
  ) {}

  /** From the door to the submitted claim, without a pause. Every answer must be what it should be. */
  async goAllTheWay(): Promise<void> {
    await this.signIn();
    const sessions = this.chosenSessions();
    for (const [index, session] of sessions.entries()) {
      if (index % (SESSIONS / CATALOGUE_READS) === 0) await this.readCatalogue();
      await this.add(session);
    }
    for (const session of sessions) await this.evaluateSession(session);
    await this.evaluateMeeting();
    await this.submit();
  }

  async signIn(): Promise<void> {
    const { text, headers } = await this.ask('sign in', 201, {
      method: 'POST',
      path: '/api/session',
      body: JSON.stringify({ badge: `B${this.number}`, lastName: LAST_NAME }),
    });
    const cookies = [headers['set-cookie'] ?? []].flat().map((line) => line.split(';', 1)[0]);
    this.headers = {
      ...this.headers,
      cookie: cookies.join('; '),
      'x-csrf-token': String(memberOf(JSON.parse(text), 'csrfToken')),
    };
  }

  async readCatalogue(): Promise<void> {
    const answer = await this.ask('catalogue', this.catalogueVersion === undefined ? 200 : [200, 304], {
      path: this.path('offerings'),
      ...(this.catalogueVersion === undefined ? {} : { headers: { 'if-none-match': this.catalogueVersion } }),
    });
    this.catalogueVersion = String(answer.headers['etag']);
  }

  async add(offeringId: string): Promise<void> {
    const { text } = await this.ask('add', 200, {
      method: 'PUT',
      path: this.path(`cart/lines/${offeringId}`),
    });
    this.cartRevision = Number(memberOf(JSON.parse(text), 'revision'));
  }

  async readCart(): Promise<void> {
    await this.ask('cart', 200, { path: this.path('cart') });
  }

  async evaluateSession(offeringId: string): Promise<void> {
    await this.ask('evaluate session', 200, {
      method: 'PUT',
      path: this.path(`evaluations/${SESSION_FORM}?offeringId=${offeringId}`),
      body: JSON.stringify({ version: 0, answers: SESSION_ANSWERS }),
    });
  }

  /** Sessions of which no two learners next to each other choose the same. */
  chosenSessions(): string[] {
    const { offeringIds } = this.society;
    return Array.from({ length: SESSIONS }, (_, index) => {
      const id = offeringIds[(this.number * 7 + index * 11) % offeringIds.length];
      if (id === undefined) throw new Error('The meeting has no sessions with credit');
      return id;
    });
  }

  private async evaluateMeeting(): Promise<void> {
    await this.ask('evaluate meeting', 200, {
      method: 'PUT',
      path: this.path(`evaluations/${OVERALL_EVALUATION.key}`),
      body: JSON.stringify({ version: 0, answers: MEETING_ANSWERS }),
    });
  }

  private async submit(): Promise<void> {
    await this.ask('submit', 201, {
      method: 'POST',
      path: this.path('claim/submit'),
      headers: { 'idempotency-key': `journey-${this.society.tenant.slug}-${this.number}` },
      body: JSON.stringify({ revision: this.cartRevision, isAttested: true }),
    });
  }

  private async ask(
    step: string,
    status: number | number[],
    asked: LoopbackRequest,
  ): Promise<LoopbackAnswer> {
    const started = performance.now();
    const answer = await this.client.expect(status, {
      ...asked,
      headers: { ...this.headers, ...asked.headers },
    });
    this.record(step, performance.now() - started);
    return answer;
  }

  private path(name: string): string {
    return `/api/activities/${this.society.activityId}/${name}`;
  }
}

const memberOf = (body: unknown, name: string): unknown =>
  typeof body === 'object' && body !== null ? Reflect.get(body, name) : undefined;

const SESSION_ANSWERS = {
  rating: { objectives: 'agree', faculty: 'strongly-agree', relevance: 'agree' },
  'free-of-bias': 'yes',
};

const MEETING_ANSWERS = {
  'objectives-met': { evidence: 'agree', therapy: 'agree', team: 'neutral' },
  'free-of-bias': 'yes',
  disclosures: 'always',
  'will-change': 'no',
  attended: 'in-person',
  recommend: 9,
};
