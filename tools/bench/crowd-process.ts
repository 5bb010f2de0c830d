import { once } from 'node:events';
import path from 'node:path';
import { exitOf, startProgram } from '../start/child-program.js';
import type { CrowdOrder, CrowdReport } from './crowd-messages.js';

/**
 * Learners in a process of their own: what holds up those who ask much, or this program with all it has loaded,
 * must not be taken for the server's delay.
 */
export class CrowdProcess {
  private readonly program = startProgram(path.join(import.meta.dirname, 'crowd-main.js'), [], {
    env: process.env,
    stdio: ['ignore', 'inherit', 'inherit'],
    isOwnGroup: true,
  });
  private readonly ended = exitOf(this.program);

  /** One thing at a time. @throws Error when the process ends instead, which it does at any unexpected answer */
  async do(order: CrowdOrder): Promise<CrowdReport> {
    const answered = once(this.program, 'message');
    this.program.send(order);
    const first = await Promise.race([answered, this.ended]);
    const report: unknown = Array.isArray(first) ? first[0] : undefined;
    if (!isReport(report)) throw new Error('The learners have gone');
    return report;
  }

  async stop(): Promise<void> {
    this.program.kill('SIGTERM');
    await this.ended;
  }
}

const isReport = (value: unknown): value is CrowdReport =>
  typeof value === 'object' && value !== null && 'rate' in value && 'refused' in value && 'taken' in value;
