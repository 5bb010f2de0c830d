// Jest's globalTeardown of the projects `api` and `e2e`.
import { rmSync } from 'node:fs';

export default async function teardown() {
  const running = globalThis.laurelTestServer;
  if (running === undefined) return;
  globalThis.laurelTestServer = undefined;
  delete process.env.LAUREL_TEST_ADMIN_URL;
  await running.server.stop();
  rmSync(running.home, { recursive: true, force: true });
}
