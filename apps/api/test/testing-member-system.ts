import { createServer, type Server } from 'node:https';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';

/** Of 127.0.0.1 and nobody else, until 2126; trusted by nobody but the tests that say so. */
const CERTIFICATE = `-----BEGIN CERTIFICATE-----
MIIBjzCCATagAwIBAgIURld4Jgmn/iWlzlNIrvs9Z4dUphEwCgYIKoZIzj0EAwIw
FDESMBAGA1UEAwwJMTI3LjAuMC4xMCAXDTI2MTEyNjE0NTYzMVoYDzIxMjYxMTAy
MTQ1NjMxWjAUMRIwEAYDVQQDDAkxMjcuMC4wLjEwWTATBgcqhkjOPQIBBggqhkjO
PQMBBwNCAATolE6h8iprbP74nwhMd0ckKFmlFkMeKx7JZ5oGAoIm47EdNBXtMnyz
H/9/nmTivbMvKII46TCbkh1vbZVx2uPfo2QwYjAdBgNVHQ4EFgQUldcjmM4sEogi
bQepzx7Cls+9mAUwHwYDVR0jBBgwFoAUldcjmM4sEogibQepzx7Cls+9mAUwDwYD
VR0TAQH/BAUwAwEB/zAPBgNVHREECDAGhwR/AAABMAoGCCqGSM49BAMCA0cAMEQC
IBeo+4tOxWbf5YVz6VzOvvr3136bJoYAyMkEsi2s3KO5AiBEt8rNrD0yc2JKhidl
TXSuPenQz3V1PtKNvN35/b3wvg==
-----END CERTIFICATE-----`;
const KEY = `-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgTW0n61D6iwhtc0Qf
EChgItDlat4vHp/zA8CjAU2ohbahRANCAATolE6h8iprbP74nwhMd0ckKFmlFkMe
Kx7JZ5oGAoIm47EdNBXtMnyzH/9/nmTivbMvKII46TCbkh1vbZVx2uPf
-----END PRIVATE KEY-----`;

/** A society's member system: answers over TLS whoever has the token, page by page. */
export class MemberSystem {
  /** What is answered, by cursor; the first page has none. */
  pages: Record<string, { readonly type: string; readonly body: string }> = {};
  /** What was asked, with the token it came with. */
  readonly asked: { readonly cursor: string; readonly authorization: string | undefined }[] = [];

  private constructor(
    private readonly server: Server,
    readonly url: string,
  ) {}

  static async start(token: string): Promise<MemberSystem> {
    const server = createServer({ cert: CERTIFICATE, key: KEY });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    if (address === null || typeof address === 'string') throw new Error('The member system has no port');
    const system = new MemberSystem(server, `https://127.0.0.1:${String(address.port)}/memberships`);
    server.on('request', (request, response) => {
      const { authorization } = request.headers;
      const cursor = new URL(request.url ?? '', system.url).searchParams.get('cursor') ?? '';
      system.asked.push({ cursor, authorization });
      const page = system.pages[cursor];
      if (authorization !== `Bearer ${token}`) response.writeHead(401).end();
      else if (page === undefined) response.writeHead(500).end();
      else response.writeHead(200, { 'content-type': page.type }).end(page.body);
    });
    return system;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }
}

/** Lets this process believe the member system's certificate; answers how to stop that. */
export const trustMemberSystem = (): (() => void) => {
  const before = getCACertificates('default');
  setDefaultCACertificates([...before, CERTIFICATE]);
  return () => {
    setDefaultCACertificates(before);
  };
};
