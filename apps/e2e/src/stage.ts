import { afterAll, beforeAll } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { launchBrowser } from '../../../tools/testing/chromium.js';
import { type RunningLaurel, startLaurel } from './laurel.js';

/** What the journeys of a file go through; there once the tests begin. */
export interface Stage {
  readonly laurel: RunningLaurel;
  readonly browser: Browser;
}

/** Starts a Laurel and a browser for the journeys of the file that calls this, and stops them behind its last test. */
export function setStage(): Stage {
  let stage: Stage | undefined;
  beforeAll(async () => {
    const [laurel, browser] = await Promise.all([startLaurel(), launchBrowser()]);
    stage = { laurel, browser };
  }, 180_000);
  afterAll(async () => {
    await stage?.browser.close();
    await stage?.laurel.stop();
  }, 60_000);
  const there = (): Stage => {
    if (stage === undefined) throw new Error('The journeys have not begun');
    return stage;
  };
  return {
    get laurel() {
      return there().laurel;
    },
    get browser() {
      return there().browser;
    },
  };
}
