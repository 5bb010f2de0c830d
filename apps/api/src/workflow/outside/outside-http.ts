import { Injectable } from '@nestjs/common';
import type { HostHttp } from '@laurel/plugin-kit';
import { Environment } from '../../config/environment.js';
import { configuredHostsHttp } from './configured-hosts-http.js';

/** Lends the I/O stages of plugins their HTTP, as this process is allowed to have it. */
@Injectable()
export class OutsideHttp {
  constructor(private readonly environment: Environment) {}

  /** For one step; `signal` ends its requests. */
  forStep(config: object, signal: AbortSignal): HostHttp {
    return configuredHostsHttp(config, signal, {
      isLoopbackAllowed: this.environment.areLoopbackProvidersAllowed,
    });
  }
}
