/**
 * Whether something that was thrown is an error. `instanceof` alone misses errors of another realm (Node's own,
 * under Jest), `Error.isError` alone misses those that merely inherit from Error (Fastify's).
 */
export const isError = (thrown: unknown): thrown is Error => thrown instanceof Error || Error.isError(thrown);
