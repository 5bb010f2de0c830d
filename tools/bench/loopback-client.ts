import { Agent, request } from 'node:http';

export interface LoopbackRequest {
  readonly method?: 'GET' | 'POST';
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

export interface LoopbackAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
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
  async expect(status: number, asked: LoopbackRequest): Promise<LoopbackAnswer> {
    const answer = await this.send(asked);
    if (answer.status !== status) {
      throw new Error(`${asked.path} answered ${answer.status} instead of ${status}: ${answer.text}`);
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
            resolve({ status: statusCode, headers: answered, text: Buffer.concat(chunks).toString('utf8') });
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
