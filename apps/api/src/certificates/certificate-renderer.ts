import { Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import {
  RendererPool,
  type RenderCertificateRequest,
  type RenderedCertificate,
  type RendererHealth,
} from '@laurel/certificate-renderer';
import { Environment } from '../config/environment.js';

/** The process's one Chromium, started when it is first needed, or ahead by whoever runs jobs. */
@Injectable()
export class CertificateRenderer implements OnModuleDestroy {
  private readonly pool: RendererPool;
  private starting: Promise<void> | undefined;

  constructor(environment: Environment) {
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

  async onModuleDestroy(): Promise<void> {
    await this.pool.close();
  }
}
