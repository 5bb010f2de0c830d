import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { EntityManager } from 'typeorm';
import { QueryFailedError } from 'typeorm';
import { queryPrepared } from '../src/database/prepared-statement.js';
import { type TestApp, startTestApp } from './testing-app.js';
import type { Society } from './testing-society.js';

const LEARNERS = { name: 'count-learners', text: 'select count(*)::int as learners from learners where $1' };

describe('a prepared statement', () => {
  let app: TestApp;
  let alpha: Society;
  let beta: Society;

  beforeAll(async () => {
    app = await startTestApp({ settings: { DATABASE_POOL_SIZE: '1' } });
    alpha = await app.createTenant('alpha');
    beta = await app.createTenant('beta', {
      more: [{ badge: '1', firstName: 'A', lastName: 'B', credentials: '', profession: 'nurse', tier: null }],
    });
  });
  afterAll(() => app.stop());

  it('is planned once a connection, and shows each tenant only its own rows', async () => {
    const counts: unknown[] = [];
    // PostgreSQL chooses a plan for good after five runs.
    for (const society of [alpha, beta, alpha, beta, alpha, beta, alpha, beta]) {
      counts.push(
        await app.tenants.transaction(society, (manager) => queryPrepared(manager, LEARNERS, [true])),
      );
    }
    expect(counts.flat()).toEqual([5, 6, 5, 6, 5, 6, 5, 6].map((learners) => ({ learners })));
    const known = await app.tenants.transaction(alpha, (manager) =>
      manager.query(`select name from pg_prepared_statements where name = $1`, [LEARNERS.name]),
    );
    expect(known).toHaveLength(1);
  });

  it('fails like other statements', async () => {
    const failing = app.tenants.transaction(alpha, (manager) =>
      queryPrepared(manager, { name: 'divide', text: 'select 1 / $1::int' }, [0]),
    );
    await expect(failing).rejects.toThrow(QueryFailedError);
  });

  it('is refused once the transaction is over', async () => {
    let kept: EntityManager | undefined;
    await app.tenants.transaction(alpha, async (manager) => {
      kept = manager;
    });
    if (kept === undefined) throw new Error('There was no transaction');
    await expect(queryPrepared(kept, LEARNERS, [true])).rejects.toThrow('already released');
  });
});
