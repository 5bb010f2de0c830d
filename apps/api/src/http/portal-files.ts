import { existsSync } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { allowPageStyles } from './security-headers.js';

/** Angular puts a hash of the content into these names: `main-5KX2QK6B.js`, `chunk-DG5_I7-A.js`. */
const HASHED = /[-.][\w-]{8}\.[a-z0-9]+$/;
/** Not the portal's: an unknown address below these is a 404 in the API's own words. */
const OURS = /^\/(api|health|metrics)(\/|$)/;
const YEAR_SECONDS = 31_536_000;

/**
 * Serves the built portal: hashed files for a year, everything else to be asked for again, and index.html for
 * every address the portal's own router knows. Without a built portal only the API is served.
 */
export async function servePortal(fastify: FastifyInstance, folder: string): Promise<void> {
  const root = existsSync(path.join(folder, 'browser')) ? path.join(folder, 'browser') : folder;
  await fastify.register(fastifyStatic, {
    root,
    serve: false,
    cacheControl: false,
    preCompressed: true,
    suppressWarning: true,
  });
  const index = new IndexPage(path.join(root, 'index.html'));

  fastify.get('/*', async (request, reply) => {
    // Put together rather than resolved: `//` at the beginning would name another host.
    const { pathname } = new URL(`http://portal${request.url}`);
    if (OURS.test(pathname)) return reply.callNotFound();
    const name = path.posix.basename(pathname);
    if (name.includes('.')) {
      const file = decodeURIComponent(pathname).slice(1);
      if (file.split(/[/\\]/).includes('..')) return reply.callNotFound();
      const isHashed = HASHED.test(name);
      void reply.header(
        'cache-control',
        isHashed ? `public, max-age=${YEAR_SECONDS}, immutable` : 'public, no-cache',
      );
      return reply.sendFile(file);
    }
    return index.send(request, reply);
  });
}

class IndexPage {
  private page: { html: string; changedAt: number } | undefined;

  constructor(private readonly file: string) {}

  async send(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
    const html = await this.html();
    if (html === undefined) {
      reply.callNotFound();
      return reply;
    }
    const nonce = allowPageStyles(request, reply);
    return reply
      .header('cache-control', 'no-store')
      .type('text/html; charset=utf-8')
      .send(html.replace(/<([a-z]+-[a-z-]+)/, `<$1 ngCspNonce="${nonce}"`));
  }

  /** A portal that was built anew is served without a restart. */
  private async html(): Promise<string | undefined> {
    try {
      const { mtimeMs } = await stat(this.file);
      if (this.page?.changedAt !== mtimeMs) {
        this.page = { html: await readFile(this.file, 'utf8'), changedAt: mtimeMs };
      }
      return this.page.html;
    } catch (error) {
      if (Error.isError(error) && 'code' in error && error.code === 'ENOENT') return undefined;
      throw error;
    }
  }
}
