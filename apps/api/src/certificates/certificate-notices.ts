import { EventEmitter } from 'node:events';
import { Injectable } from '@nestjs/common';

/** Tells requests of this very process that a certificate is done; others find out by looking. */
@Injectable()
export class CertificateNotices {
  private readonly emitter = new EventEmitter().setMaxListeners(0);

  settled(certificateId: string): void {
    this.emitter.emit(certificateId);
  }

  /** Resolves when the certificate is reported, or after the time; whichever is first. */
  async next(certificateId: string, milliseconds: number): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>();
    const timer = setTimeout(resolve, milliseconds);
    this.emitter.once(certificateId, resolve);
    try {
      await promise;
    } finally {
      clearTimeout(timer);
      this.emitter.off(certificateId, resolve);
    }
  }
}
