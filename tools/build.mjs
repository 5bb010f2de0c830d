// npm run build [-- --api-only]
// Compiles what changed: API, libraries, plugins and tools with SWC, the portal with Angular.
import { buildPortal } from './build/build-portal.mjs';
import { buildSources } from './build/build-sources.mjs';
import { inRoot, root } from './bootstrap/workspace.mjs';

const seconds = (since) => `${((performance.now() - since) / 1000).toFixed(1)} s`;
const dist = inRoot('dist');

const sourcesStart = performance.now();
const { built, unchanged, removed, faults } = await buildSources(root, dist);
for (const { file, message } of faults) console.error(`${file} does not compile:\n${message}\n`);
console.log(`Sources: ${built} built, ${unchanged} unchanged, ${removed} removed (${seconds(sourcesStart)})`);
if (faults.length > 0) process.exit(1);

if (!process.argv.includes('--api-only')) {
  const portalStart = performance.now();
  const { state, output } = await buildPortal(root, dist);
  if (state === 'absent') console.log('Portal: left out, because there is no angular.json.');
  if (state === 'unchanged') console.log(`Portal: unchanged (${seconds(portalStart)})`);
  if (state === 'built') console.log(`${output.trim()}\nPortal: built (${seconds(portalStart)})`);
  if (state === 'failed') {
    console.error(`${output.trim()}\nPortal: does not build.`);
    process.exit(1);
  }
}
