import type { FastifyInstance } from 'fastify';
import { DomainError } from '../problem/domain-error.js';
import type { TenantDirectory } from '../tenancy/tenant-directory.js';
import { isOfSociety } from './society-routes.js';

/**
 * Answers 404 where no society lives before the body is read and before anybody waits for a place: hosts that
 * somebody made up take nothing from those that exist. After the bounds of `limitRates`, which count such hosts too.
 */
export function requireKnownHost(fastify: FastifyInstance, tenants: Pick<TenantDirectory, 'byHost'>): void {
  fastify.addHook('preParsing', async (request) => {
    if (!isOfSociety(request)) return;
    if ((await tenants.byHost(request.hostname)) === null) throw new DomainError('tenant.unknown');
  });
}
