import { Controller, Get, Header, Req } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { Environment } from '../config/environment.js';
import { WithoutTenant } from '../identity/access.decorator.js';
import { isSameSecret } from '../identity/secrets.js';
import { DomainError } from '../problem/domain-error.js';
import { Metrics } from './metrics.js';

const LOOPBACK = /^(::1|(::ffff:)?127\.)/;
/** With any of these a proxy on this machine passes on what somebody else asked. */
const PROXY_HEADERS = ['forwarded', 'via', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip'];

/** For Prometheus, not for the public: with METRICS_TOKEN by bearer token, without it from this machine only. */
@ApiExcludeController()
@Controller('metrics')
@WithoutTenant()
export class MetricsController {
  constructor(
    private readonly metrics: Metrics,
    private readonly environment: Environment,
  ) {}

  @Get()
  @Header('content-type', 'text/plain; version=0.0.4; charset=utf-8')
  async read(@Req() request: FastifyRequest): Promise<string> {
    if (!this.isAllowed(request)) throw new DomainError('not_found');
    return this.metrics.registry.metrics();
  }

  private isAllowed(request: FastifyRequest): boolean {
    const token = this.environment.metricsToken;
    if (token === undefined)
      return LOOPBACK.test(request.ip) && PROXY_HEADERS.every((name) => request.headers[name] === undefined);
    const sent = /^Bearer (.+)$/i.exec(request.headers.authorization ?? '')?.[1];
    return sent !== undefined && isSameSecret(sent, token);
  }
}
