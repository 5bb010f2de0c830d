import { Server } from 'node:http';
import { type BeforeApplicationShutdown, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { AbstractHttpAdapter, HttpAdapterHost } from '@nestjs/core';

/** After this long the remaining connections are cut; an orchestrator would kill the process soon after. */
const PATIENCE_MILLISECONDS = 20_000;

/**
 * Ends HTTP first when the process is told to stop: nothing new is accepted, what has begun is answered, and only
 * then do jobs, queue and pool go.
 */
@Injectable()
export class HttpShutdown implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private isStopping = false;

  constructor(private readonly host: HttpAdapterHost) {}

  onApplicationBootstrap(): void {
    this.server()?.prependListener('request', (_request, response) => {
      // A connection that is kept open would keep the process waiting for requests that must not come.
      response.shouldKeepAlive &&= !this.isStopping;
    });
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.isStopping = true;
    const server = this.server();
    if (server === undefined || !server.listening) return;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(() => server.closeAllConnections(), PATIENCE_MILLISECONDS).unref();
      server.close(() => {
        clearTimeout(timer);
        resolve();
      });
      // Requests under way were promised an open connection; theirs ends when it falls idle.
      const sweep = setInterval(() => server.closeIdleConnections(), 100).unref();
      server.once('close', () => clearInterval(sweep));
    });
  }

  private server(): Server | undefined {
    // A worker has no adapter, whatever its type says.
    const adapter: unknown = this.host.httpAdapter;
    const server: unknown = adapter instanceof AbstractHttpAdapter ? adapter.getHttpServer() : undefined;
    return server instanceof Server ? server : undefined;
  }
}
