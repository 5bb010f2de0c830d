// npm start
// Runs on any Node ≥ 20 with nothing installed: installs, builds, then goes on in tools/start/main.ts on the
// project's own Node.
import { handOver } from './bootstrap/hand-over.mjs';
import { prepare } from './bootstrap/prepare.mjs';

await prepare({ portal: true });
await handOver('tools/start/main.js', process.argv.slice(2));
