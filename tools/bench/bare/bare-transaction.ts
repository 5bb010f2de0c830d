import { createHash } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import type pg from 'pg';

/** Who asks, as the sign-in says. */
export interface BareSession {
  learner_id: string;
  registration_id: string;
  activity_id: string;
  csrf_token: string;
}

/** One transaction of the tenant, as row-level security needs it, that begins with looking the session up. */
export async function inSession<T>(
  pool: pg.Pool,
  tenantId: string,
  request: FastifyRequest,
  work: (client: pg.PoolClient, session: BareSession) => Promise<T>,
): Promise<T> {
  const token = /laurel_session=([^;]+)/.exec(request.headers.cookie ?? '')?.[1] ?? '';
  const client = await pool.connect();
  try {
    await client.query(`BEGIN; SET LOCAL app.tenant_id = '${tenantId}'`);
    const { rows } = await client.query<BareSession>(
      `select * from sign_ins where tenant_id = $1 and token_hash = $2 and revoked_at is null`,
      [tenantId, createHash('sha256').update(token).digest('hex')],
    );
    const [session] = rows;
    if (session === undefined) throw new Error('Nobody is signed in');
    const result = await work(client, session);
    await client.query('COMMIT');
    return result;
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  } finally {
    client.release();
  }
}
