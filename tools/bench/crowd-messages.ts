import type { JourneySociety } from './journey-societies.js';

/** What a process of learners is told to do, one thing after the other. */
export type CrowdOrder =
  | {
      readonly do: 'sign-in';
      readonly port: number;
      readonly societies: readonly JourneySociety[];
      readonly learners: number;
    }
  /** To ask as fast as may be, `atOnce` of each society at a time, `times` each. */
  | { readonly do: 'hurry'; readonly times: number; readonly atOnce: number }
  /** To ask at a steady rate of each society. */
  | {
      readonly do: 'ask';
      readonly perSecond: number;
      readonly seconds: number;
      readonly mayBeRefused: boolean;
    };

/** What it answers when that is done. */
export interface CrowdReport {
  /** Requests a second, of all its societies together. */
  readonly rate: number;
  readonly refused: number;
  /** Milliseconds by what was asked for. */
  readonly taken: Readonly<Record<string, readonly number[]>>;
}
