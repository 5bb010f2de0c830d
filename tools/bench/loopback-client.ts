import { Agent, request } from 'node:http';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';

export interface LoopbackRequest {
  readonly method?: 'GET' | 'POST' | 'PUT';
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

export interface LoopbackAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  /** Unpacked when it is asked for: most answers are only counted. */
  readonly text: string;
}

/** Sends requests over kept connections to a server on this machine, under the host name that it is asked for. */
export class LoopbackClient {
  private readonly agent: Agent;

  /** @param connections at most this many are open at once */
  constructor(
    private readonly port: number,
    private readonly host: string,
    connections: number,
  ) {
    this.agent = new Agent({ keepAlive: true, maxSockets: connections });
  }

  /** @throws Error when the answer does not have the status that is expected, with the answer's text */
  async expect(status: number | readonly number[], asked: LoopbackRequest): Promise<LoopbackAnswer> {
    const answer = await this.send(asked);
    if (![status].flat().includes(answer.status)) {
      throw new Error(`${asked.path} answered ${answer.status} instead of ${String(status)}: ${answer.text}`);
    }
    return answer;
  }

  send({ method = 'GET', path, headers = {}, body }: LoopbackRequest): Promise<LoopbackAnswer> {
    return new Promise((resolve, reject) => {
      const outgoing = request(
        {
          host: '127.0.0.1',
          port: this.port,
          method,
          path,
          agent: this.agent,
          headers: {
            host: `${this.host}:${this.port}`,
            ...(body === undefined
              ? {}
              : { 'content-type': 'application/json', 'content-length': String(Buffer.byteLength(body)) }),
            ...headers,
          },
        },
        (incoming) => {
          const chunks: Buffer[] = [];
          incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
          incoming.on('error', reject);
          incoming.on('end', () => {
            const { statusCode = 0, headers: answered } = incoming;
            const bytes = Buffer.concat(chunks);
            resolve({
              status: statusCode,
              headers: answered,
              get text() {
                return textOf(bytes, answered['content-encoding']);
              },
            });
          });
        },
      );
      outgoing.on('error', reject);
      outgoing.end(body);
    });
  }

  close(): void {
    this.agent.destroy();
  }
}

function textOf(bytes: Buffer, encoding: string | undefined): string {
  switch (encoding) {
    case 'br':
      return brotliDecompressSync(bytes).toString('utf8');
    case 'gzip':
      return gunzipSync(bytes).toString('utf8');
    default:
      return bytes.toString('utf8');
  }
}
