import { fastify } from 'fastify';
import pg from 'pg';
import { readCatalogue } from './read-catalogue.js';
import { readClaims, readEarnings } from './read-earnings.js';
import { submitClaim } from './submit-claim.js';

/**
 * What the API is compared with: handlers as one would write them for a single society, without decisions,
 * validation, logs or explanations. Sends the port it listens on to its parent.
 */
const [tenantId = ''] = process.argv.slice(2);
const pool = new pg.Pool({ connectionString: process.env['DATABASE_URL'], max: 10 });
const server = fastify();

server.post('/api/activities/:activityId/claim/submit', submitClaim(pool, tenantId));
server.get('/api/activities/:activityId/earnings', readEarnings(pool, tenantId));
server.get('/api/activities/:activityId/claims', readClaims(pool, tenantId));
server.get('/api/activities/:activityId/offerings', readCatalogue(pool, tenantId));

await server.listen({ port: 0, host: '127.0.0.1' });
const [address] = server.addresses();
process.send?.(typeof address === 'object' ? address.port : undefined);
process.once('SIGTERM', () => process.exit(0));
