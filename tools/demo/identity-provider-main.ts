import { startDemoIdentityProvider } from './demo-identity-provider.js';

/** The demo's identity provider in a process of its own: `<its port> <Laurel's port>`. Says when it is ready. */
const [port, laurelPort] = process.argv.slice(2).map(Number);
if (port === undefined || laurelPort === undefined) throw new Error('Name the two ports');
const provider = await startDemoIdentityProvider(port, laurelPort);
for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.once(signal, () => void provider.stop().then(() => process.exit(0)));
}
process.send?.({ ready: true });
