import { setTimeout as sleep } from 'node:timers/promises';
import { PlainFault } from '../process/plain-fault.mjs';
import type { ApiProcess } from './api-process.js';
import type { ExitCode } from './child-program.js';
import type { Database } from './database.js';

const CHECK_MILLISECONDS = 500;
const RESTART_LIMIT = 5;
const RESTART_WINDOW_MILLISECONDS = 60_000;

/** How the parts are brought up again. */
export interface Parts {
  openDatabase(): Promise<Database>;
  startApi(database: Database): Promise<ApiProcess>;
  say(sentence: string): void;
}

/**
 * Keeps database and API running: what was killed is started again. Stops them in the right order: first the API,
 * which finishes its requests, then the database under it.
 */
export class Supervisor {
  private stopped: Promise<void> | undefined;
  private readonly restarts: number[] = [];

  constructor(
    private readonly parts: Parts,
    private database: Database,
    private api: ApiProcess,
    private readonly signal: AbortSignal,
  ) {}

  /**
   * Watches until the signal asks to stop.
   *
   * @throws PlainFault when something ends again and again
   */
  async watch(): Promise<void> {
    while (!this.signal.aborted) {
      const ended = await Promise.race([
        this.api.ended,
        sleep(CHECK_MILLISECONDS, undefined, { ref: false }),
      ]);
      await this.revive(ended);
    }
  }

  private async revive(apiExit: ExitCode | undefined): Promise<void> {
    if (this.signal.aborted) return;
    if (!this.database.isRunning()) await this.reviveDatabase();
    else if (apiExit !== undefined) await this.reviveApi(`The API ended unexpectedly (exit code ${apiExit})`);
  }

  private async reviveDatabase(): Promise<void> {
    this.countRestart('PostgreSQL');
    this.parts.say('PostgreSQL ended unexpectedly; starting it again.');
    const before = this.database;
    await before.stop();
    this.database = await this.parts.openDatabase();
    if (this.database.environment.DATABASE_URL === before.environment.DATABASE_URL) {
      this.parts.say('PostgreSQL runs again.');
      return;
    }
    // Its port was taken in the meantime, so the API must learn the new one.
    await this.api.stop();
    await this.reviveApi('PostgreSQL has another port');
  }

  private async reviveApi(reason: string): Promise<void> {
    this.countRestart('The API');
    this.parts.say(`${reason}; starting the API again.`);
    this.api = await this.parts.startApi(this.database);
    this.parts.say('The API is ready again.');
  }

  private countRestart(part: string): void {
    const now = performance.now();
    this.restarts.push(now);
    const recent = this.restarts.filter((time) => now - time < RESTART_WINDOW_MILLISECONDS);
    if (recent.length > RESTART_LIMIT) {
      throw new PlainFault(`${part} ends again and again, so Laurel gives up. The logs say why.`);
    }
  }

  /** Stops everything in order; a second call waits for the first. */
  stop(): Promise<void> {
    this.stopped ??= this.api.stop().then(() => this.database.stop());
    return this.stopped;
  }

  /** For the impatient: the API is not waited for. */
  hurry(): void {
    this.api.kill();
  }
}
