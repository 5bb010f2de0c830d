import { RendererPool } from '../src/index.js';
import type { RendererPoolOptions } from '../src/index.js';

/** A started pool; as root, where Chromium has no sandbox, it runs without one. */
export async function startedPool(options: RendererPoolOptions = {}): Promise<RendererPool> {
  const pool = new RendererPool({ noSandbox: process.getuid?.() === 0, pages: 2, ...options });
  await pool.start();
  return pool;
}
