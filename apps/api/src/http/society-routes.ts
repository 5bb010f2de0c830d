import type { FastifyRequest } from 'fastify';

/** The API's own routes, each of one society; health, metrics, documentation and the portal's files are nobody's. */
export const isOfSociety = ({ routeOptions: { url } }: FastifyRequest): boolean =>
  url?.startsWith('/api/') === true && !url.startsWith('/api/docs');
