// node tools/run.mjs <path without extension> [arguments]
// Runs one of the compiled tools on the project's Node, after building what changed.
import { handOver } from './bootstrap/hand-over.mjs';
import { prepare } from './bootstrap/prepare.mjs';

const [entry, ...args] = process.argv.slice(2);
if (entry === undefined) {
  console.error('Say what to run, for example: node tools/run.mjs tools/bench/main');
  process.exit(2);
}
await prepare({ portal: false, quiet: true });
await handOver(`${entry.replace(/\.(ts|js)$/, '')}.js`, args);
