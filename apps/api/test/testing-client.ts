import { request } from 'node:http';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';

export interface Answer {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  text: string;
  /** Parsed when the answer is JSON, else undefined. */
  body: unknown;
}

export interface RequestOptions {
  body?: unknown;
  headers?: Record<string, string>;
}

/** A browser at one host: keeps cookies, and sends the session's CSRF token with what changes something. */
export class TestClient {
  readonly cookies = new Map<string, string>();
  csrfToken: string | undefined;

  /**
   * @param port where the application listens
   * @param host the host name to ask for, e.g. `alpha.localhost`
   */
  constructor(
    private readonly port: number,
    readonly host: string,
  ) {}

  get = (path: string, options?: RequestOptions) => this.send('GET', path, options);
  put = (path: string, body?: unknown, options?: RequestOptions) =>
    this.send('PUT', path, { ...options, body });
  post = (path: string, body?: unknown, options?: RequestOptions) =>
    this.send('POST', path, { ...options, body });
  patch = (path: string, body?: unknown, options?: RequestOptions) =>
    this.send('PATCH', path, { ...options, body });
  delete = (path: string, options?: RequestOptions) => this.send('DELETE', path, options);

  /** Signs in by badge; later requests carry cookie and token. */
  async signIn(badge: string, lastName: string, activityId?: string): Promise<Answer> {
    const answer = await this.post('/api/session', { badge, lastName, ...(activityId && { activityId }) });
    this.csrfToken = stringIn(answer.body, 'csrfToken');
    return answer;
  }

  async signInStaff(email: string, password: string): Promise<Answer> {
    const answer = await this.post('/api/staff/session', { email, password });
    this.csrfToken = stringIn(answer.body, 'csrfToken');
    return answer;
  }

  async send(method: string, path: string, { body, headers = {} }: RequestOptions = {}): Promise<Answer> {
    const payload = body === undefined ? undefined : typeof body === 'string' ? body : JSON.stringify(body);
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await exchange(this.port, method, path, payload, {
      host: `${this.host}:${this.port}`,
      ...(payload === undefined
        ? {}
        : { 'content-type': 'application/json', 'content-length': String(Buffer.byteLength(payload)) }),
      ...(cookie === '' ? {} : { cookie }),
      ...(method === 'GET' || this.csrfToken === undefined ? {} : { 'x-csrf-token': this.csrfToken }),
      ...headers,
    });
    this.keepCookies(answer);
    return answer;
  }

  private keepCookies({ headers }: Answer): void {
    for (const line of [headers['set-cookie'] ?? []].flat()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (value === '' || /expires=Thu, 01 Jan 1970/i.test(line)) this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
  }
}

/** `fetch` would not let us choose the host, and names below localhost are not resolved everywhere. */
function exchange(
  port: number,
  method: string,
  path: string,
  payload: string | undefined,
  headers: Record<string, string>,
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const outgoing = request({ host: '127.0.0.1', port, method, path, headers, agent: false }, (incoming) => {
      const chunks: Buffer[] = [];
      incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
      incoming.on('error', reject);
      incoming.on('end', () => {
        const text = unpacked(Buffer.concat(chunks), incoming.headers['content-encoding']).toString('utf8');
        const isJson = /\bjson\b/.test(incoming.headers['content-type'] ?? '');
        resolve({
          status: incoming.statusCode ?? 0,
          headers: incoming.headers,
          text,
          body: isJson && text !== '' ? JSON.parse(text) : undefined,
        });
      });
    });
    outgoing.on('error', reject);
    outgoing.end(payload);
  });
}

const unpacked = (bytes: Buffer, encoding: string | undefined): Buffer => {
  if (bytes.byteLength === 0) return bytes;
  if (encoding === 'br') return brotliDecompressSync(bytes);
  return encoding === 'gzip' ? gunzipSync(bytes) : bytes;
};

const stringIn = (body: unknown, name: string): string | undefined => {
  const value: unknown = typeof body === 'object' && body !== null ? Reflect.get(body, name) : undefined;
  return typeof value === 'string' ? value : undefined;
};
