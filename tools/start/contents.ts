import { existsSync } from 'node:fs';
import path from 'node:path';
import { PlainFault } from '../process/plain-fault.mjs';
import { runProgram } from './child-program.js';
import { databaseIdentity } from './database.js';
import type { Database } from './database.js';
import { programs } from './project-paths.js';
import { Stamps, folderHash } from './stamps.js';

/** What is in the database: its tables and the demo. */
export class Contents {
  private readonly stamps: Stamps;

  constructor(
    private readonly database: Database,
    private readonly home: string,
    private readonly environment: NodeJS.ProcessEnv,
    private readonly signal?: AbortSignal,
  ) {
    this.stamps = new Stamps(path.join(home, 'start'));
  }

  /** Brings the tables up to date; answers "unchanged" when they already were. */
  async migrate(say: (detail: string) => void): Promise<void> {
    const key = await this.key(await folderHash(programs.migrations));
    if ((await this.stamps.find('migrations', key)) !== undefined) {
      say('unchanged');
      return;
    }
    await this.run(programs.commandLine, ['migrate'], say);
    await this.stamps.set('migrations', key);
    say('up to date');
  }

  /**
   * Loads the demo tenants; loading them again changes nothing.
   *
   * @returns the demo's own words about its addresses and sign-ins
   */
  async loadDemo(say: (detail: string) => void): Promise<string> {
    // Addresses hold the port, so another port asks the demo for its words again. And so does another week: the
    // demo's meeting moves on when its claims have closed.
    const week = Math.floor(Date.now() / (7 * 24 * 3_600_000));
    const inputs = [
      await folderHash(programs.demoFolder),
      this.environment['PORT'] ?? '',
      this.environment['LAUREL_DEMO_ISSUER'] ?? '',
      week,
    ];
    const key = await this.key(inputs.join(' '));
    const kept = await this.stamps.find('demo', key);
    if (kept !== undefined) {
      say('unchanged');
      return kept;
    }
    const words = await this.run(programs.demo, [], say);
    await this.stamps.set('demo', key, words);
    say('loaded');
    return words;
  }

  private async key(inputs: string): Promise<string> {
    return `${await databaseIdentity(this.database.environment.DATABASE_MIGRATION_URL)} ${inputs}`;
  }

  private async run(program: string, args: string[], say: (detail: string) => void): Promise<string> {
    if (!existsSync(program)) throw new PlainFault(`${program} is missing. Build it: npm run build`);
    const env = { ...this.environment, ...this.database.environment, LAUREL_HOME: this.home };
    const { code, stdout, stderr } = await runProgram(program, args, {
      env,
      onLine: say,
      signal: this.signal,
    });
    if (code !== 0) {
      const name = [path.basename(path.dirname(program)), ...args].join(' ');
      throw new PlainFault(`"${name}" failed:\n\n${`${stdout}${stderr}`.trim()}`);
    }
    return stdout;
  }
}
