import { Inject, Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import {
  RendererPool,
  type RenderCertificateRequest,
  type RenderedCertificate,
  type RendererHealth,
} from '@laurel/certificate-renderer';
import { Gauge } from 'prom-client';
import { Environment } from '../config/environment.js';
import { PROCESS_ROLE, type ProcessRole } from '../config/process-role.js';
import { HealthProbes } from '../health/health-probes.js';
import { Metrics } from '../metrics/metrics.js';

/** The process's one Chromium, started when it is first needed, or ahead by whoever runs jobs. */
@Injectable()
export class CertificateRenderer implements OnApplicationShutdown {
  private readonly pool: RendererPool;
  private starting: Promise<void> | undefined;

  constructor(
    environment: Environment,
    @Inject(PROCESS_ROLE) role: ProcessRole,
    probes: HealthProbes,
    metrics: Metrics,
  ) {
    const logger = new Logger('Chromium');
    this.pool = new RendererPool({
      ...(environment.chromiumPath === undefined ? {} : { executablePath: environment.chromiumPath }),
      // Chromium's own sandbox refuses to run as root.
      noSandbox: process.getuid?.() === 0,
      logger: {
        info: (details, msg) => logger.log({ msg, ...details }),
        warn: (details, msg) => logger.warn({ msg, ...details }),
      },
    });
    // A process that runs no jobs prints nothing, and is well without Chromium.
    if (role !== 'worker' && !(role === 'api' && environment.runsJobsInline)) return;
    probes.register('chromium', async () => {
      const { state } = this.pool.health();
      if (state !== 'ready') throw new Error(`Chromium is ${state}`);
    });
    this.measure(metrics);
  }

  /** Starts Chromium; again after it could not be started. */
  async start(): Promise<void> {
    this.starting ??= this.pool.start().catch((error: unknown) => {
      this.starting = undefined;
      throw error;
    });
    await this.starting;
  }

  /** @throws RendererBusyError, RenderTimeoutError, RenderFailedError, TemplateError */
  async renderCertificate(request: RenderCertificateRequest): Promise<RenderedCertificate> {
    await this.start();
    return this.pool.renderCertificate(request);
  }

  health(): RendererHealth {
    return this.pool.health();
  }

  /** After the jobs under way, which still want to print, have ended. */
  async onApplicationShutdown(): Promise<void> {
    await this.pool.close();
  }

  private measure({ registry }: Metrics): void {
    const health = () => this.pool.health();
    new Gauge({
      name: 'laurel_renderer_documents',
      help: 'Certificates of this process: being drawn, waiting, drawn and failed since its start',
      labelNames: ['state'],
      registers: [registry],
      collect() {
        const { busy, queued, rendered, failed } = health();
        for (const [state, value] of Object.entries({ busy, queued, rendered, failed }))
          this.set({ state }, value);
      },
    });
    new Gauge({
      name: 'laurel_renderer_restarts',
      help: 'How often Chromium died or was ended because it hung',
      registers: [registry],
      collect() {
        this.set(health().restarts);
      },
    });
  }
}
