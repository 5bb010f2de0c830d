import type { INestApplicationContext } from '@nestjs/common';
import { type FastifyReply, type FastifyRequest, fastify } from 'fastify';
import type { Environment } from '../config/environment.js';
import { MetricsController } from '../metrics/metrics.controller.js';
import { ProblemFilter } from '../problem/problem.filter.js';
import { HealthController } from './health.controller.js';

/**
 * Serves `/health/live`, `/health/ready` and `/metrics` of a worker at WORKER_PORT, under the rules of the API's
 * own, and nothing else. It is not closed: it answers until the process ends, so that a worker that finishes its
 * jobs is seen to be stopping.
 */
export async function answerForWorker(
  worker: INestApplicationContext,
  { workerPort, bind, trustProxy }: Environment,
): Promise<void> {
  if (workerPort === undefined) return;
  const health = worker.get(HealthController);
  const metrics = worker.get(MetricsController);
  const problems = new ProblemFilter();
  const server = fastify({ trustProxy });
  server.setErrorHandler((error, request: FastifyRequest, reply: FastifyReply) =>
    problems.answer(error, request, reply),
  );
  server.get('/health/live', async () => health.live());
  server.get('/health/ready', async (_request, reply) => health.ready(reply));
  server.get('/metrics', async (request, reply) => {
    void reply.type('text/plain; version=0.0.4; charset=utf-8');
    return metrics.read(request);
  });
  await server.listen({ port: workerPort, host: bind });
}
