import { Injectable } from '@nestjs/common';

/** Resolves when the part is well, throws when it is not. */
export type Probe = () => Promise<void>;

export interface ProbeResult {
  name: string;
  isWell: boolean;
  milliseconds: number;
}

const PATIENCE_MILLISECONDS = 2_000;
/** Anybody may ask, as often as they like; the parts are asked this often at most. */
const FRESH_MILLISECONDS = 1_000;

/** What must work before this process may be given requests. Each part registers its own probe. */
@Injectable()
export class HealthProbes {
  private readonly probes = new Map<string, Probe>();
  private latest: { begunAt: number; results: Promise<ProbeResult[]> } | undefined;

  register(name: string, probe: Probe): void {
    if (this.probes.has(name)) throw new Error(`Two health probes are called ${name}`);
    this.probes.set(name, probe);
  }

  /** Asks all at once; one that hangs counts as not well. Whoever comes within a second shares the answer. */
  run(): Promise<ProbeResult[]> {
    const now = performance.now();
    if (this.latest === undefined || now - this.latest.begunAt >= FRESH_MILLISECONDS) {
      const results = Promise.all([...this.probes].map(([name, probe]) => ask(name, probe)));
      this.latest = { begunAt: now, results };
    }
    return this.latest.results;
  }
}

async function ask(name: string, probe: Probe): Promise<ProbeResult> {
  const started = performance.now();
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error('too late')), PATIENCE_MILLISECONDS);
  });
  const isWell = await Promise.race([probe(), tooLate]).then(
    () => true,
    () => false,
  );
  clearTimeout(timer);
  return { name, isWell, milliseconds: Math.round(performance.now() - started) };
}
