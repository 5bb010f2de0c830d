import { describe, expect, it } from '@jest/globals';
import { readSettings } from './settings.js';

const OWN = {
  DATABASE_URL: 'postgresql://app@db/laurel',
  DATABASE_MIGRATION_URL: 'postgresql://owner@db/laurel',
};

describe('the demo, whose passwords are published', () => {
  it.each([
    [{}, true],
    [{ LAUREL_DEMO: 'off' }, false],
    [OWN, false],
    [{ ...OWN, LAUREL_DEMO: '' }, false],
    [{ ...OWN, LAUREL_DEMO: 'on' }, true],
  ])('with %j is loaded: %s', (environment, isDemoWanted) => {
    expect(readSettings(environment, '/srv/laurel').isDemoWanted).toBe(isDemoWanted);
  });
});
