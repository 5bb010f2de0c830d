import { describe, expect, it } from '@jest/globals';
import { SimulationTurns } from './simulation-turns.js';

const society = (id: string) => ({ tenant: { id, slug: id, name: id } });

/** Work that ends when it is told to, and what has begun so far. */
const setUp = () => {
  const turns = new SimulationTurns();
  const begun: string[] = [];
  const endings = new Map<string, () => void>();
  const take = (tenant: string, name: string) =>
    turns.take(society(tenant), async () => {
      begun.push(name);
      await new Promise<void>((end) => endings.set(name, end));
      return name;
    });
  /** Everything that can go on has gone on after this. */
  const settle = () => new Promise((go) => setImmediate(go));
  const end = async (name: string) => {
    endings.get(name)?.();
    await settle();
  };
  return { turns, begun, take, settle, end };
};

describe('simulations', () => {
  it('go on one at a time, societies in turn', async () => {
    const { begun, take, settle, end } = setUp();
    const all = Promise.all([take('a', 'a1'), take('a', 'a2'), take('a', 'a3'), take('b', 'b1')]);
    await settle();
    expect(begun).toEqual(['a1']);
    await end('a1');
    expect(begun).toEqual(['a1', 'a2']);
    await end('a2');
    expect(begun).toEqual(['a1', 'a2', 'b1']);
    await end('b1');
    await end('a3');
    expect(await all).toEqual(['a1', 'a2', 'a3', 'b1']);
  });

  it('are refused when enough of the society wait', async () => {
    const { take, settle, end } = setUp();
    const first = [take('a', 'a1'), take('a', 'a2'), take('a', 'a3')];
    await expect(take('a', 'a4')).rejects.toMatchObject({ code: 'service.busy' });
    await settle();
    for (const name of ['a1', 'a2', 'a3']) await end(name);
    await Promise.all(first);
  });

  it('leave their place when they fail', async () => {
    const { turns } = setUp();
    const fails = () => Promise.reject(new Error('broken'));
    await expect(turns.take(society('a'), fails)).rejects.toThrow('broken');
    expect(await turns.take(society('a'), () => Promise.resolve('done'))).toBe('done');
  });
});
