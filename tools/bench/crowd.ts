import { JourneyLearner, type Recorder } from './journey-learner.js';
import type { JourneySociety } from './journey-societies.js';
import type { LoopbackClient } from './loopback-client.js';

/** Learners of one society, signed in, each asking for one thing after the other. */
export class Crowd {
  /** How many requests the society was refused because it asked for too much. */
  refused = 0;
  private asked = 0;

  private constructor(private readonly learners: readonly JourneyLearner[]) {}

  static async signIn(
    client: LoopbackClient,
    society: JourneySociety,
    size: number,
    record: Recorder,
  ): Promise<Crowd> {
    const learners = Array.from(
      { length: size },
      (_, n) => new JourneyLearner(client, society, n + 1, record),
    );
    for (const learner of learners) {
      await learner.signIn();
      for (const session of learner.chosenSessions().slice(0, 5)) await learner.add(session);
    }
    return new Crowd(learners);
  }

  /** Half of it reads the cart, the rest the catalogue or adds a session. */
  async ask(): Promise<void> {
    const turn = this.asked;
    this.asked += 1;
    const learner = this.learners[turn % this.learners.length];
    if (learner === undefined) throw new Error('The crowd is empty');
    const round = Math.floor(turn / this.learners.length);
    if (round % 4 === 1) return learner.readCatalogue();
    const sessions = learner.chosenSessions();
    const session = sessions[round % sessions.length];
    return round % 4 === 3 && session !== undefined ? learner.add(session) : learner.readCart();
  }

  /** Asks, and counts a refusal for what it is: a society that asks for too much may be refused. */
  async askOrBeRefused(): Promise<void> {
    try {
      await this.ask();
    } catch (error) {
      if (!(error instanceof Error) || !error.message.includes('answered 503')) throw error;
      this.refused += 1;
    }
  }
}
