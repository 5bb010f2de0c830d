// npm run laurel -- <command>
// The operator's command line, on the project's Node; without DATABASE_URL it uses the embedded PostgreSQL.
import { handOver } from './bootstrap/hand-over.mjs';
import { prepare } from './bootstrap/prepare.mjs';

await prepare({ portal: false, quiet: true });
await handOver('tools/start/command-line.js', process.argv.slice(2));
