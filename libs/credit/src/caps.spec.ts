import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { capGroups } from './caps.js';

describe('capGroups', () => {
  it('lists what a group loses above its cap', () => {
    const items = [
      { id: 'a', group: 'day 1', amount: 600 },
      { id: 'b', group: 'day 1', amount: 300 },
      { id: 'c', group: 'day 2', amount: 900 },
      { id: 'd', group: 'day 3', amount: 800 },
    ];
    expect(capGroups(items, (group) => (group === 'day 2' ? null : 800))).toEqual([
      { group: 'day 1', cap: 800, selected: 900, deducted: 100, ids: ['a', 'b'] },
    ]);
  });

  it('leaves every capped group at exactly its cap or below', () => {
    const item = fc.record({ id: fc.uuid(), group: fc.constantFrom('x', 'y', 'z'), amount: fc.nat(1_000) });
    fc.assert(
      fc.property(fc.array(item), fc.nat(3_000), (items, cap) => {
        const cuts = capGroups(items, () => cap);
        for (const group of ['x', 'y', 'z']) {
          const selected = items
            .filter((one) => one.group === group)
            .reduce((sum, { amount }) => sum + amount, 0);
          const deducted = cuts.find((cut) => cut.group === group)?.deducted ?? 0;
          expect(selected - deducted).toBe(Math.min(selected, cap));
        }
      }),
    );
  });
});
