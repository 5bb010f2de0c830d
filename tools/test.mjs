// npm test [-- <suite>… <pattern>…]
// Every check of the project, in a fresh clone too: `npm test -- lint`, `npm test -- unit credit`.
import { install, isInstalled } from './bootstrap/install.mjs';
import { fail, prepare } from './bootstrap/prepare.mjs';
import { duration, step } from './process/progress.mjs';
import { checks } from './test/checks.mjs';
import { runJestSuite } from './test/jest-suite.mjs';

const jestSuites = ['unit', 'renderer', 'tools', 'api', 'e2e'];
const groups = { check: Object.keys(checks), jest: jestSuites };

const words = process.argv.slice(2).flatMap((word) => groups[word] ?? [word]);
const isSuite = (word) => word in checks || jestSuites.includes(word);
const patterns = words.filter((word) => !isSuite(word));
const named = words.filter(isSuite);
// A pattern without a suite is looked for in all of them.
const wanted =
  named.length > 0 ? named : patterns.length > 0 ? jestSuites : [...Object.keys(checks), ...jestSuites];

const begin = performance.now();
const total = { passed: 0, failed: 0, skipped: 0 };
const faults = [];
let jestTests = 0;

try {
  if (!isInstalled()) await step('Installing packages', install);
} catch (error) {
  fail(error);
}

for (const name of Object.keys(checks).filter((check) => wanted.includes(check))) {
  const start = performance.now();
  const { isGood, output } = await checks[name]();
  console.log(`${isGood ? '✓' : '✗'} ${name} (${duration(performance.now() - start)})`);
  if (isGood) {
    total.passed++;
  } else {
    total.failed++;
    faults.push(name);
    console.log(`${output}\n`);
  }
}

for (const project of jestSuites.filter((suite) => wanted.includes(suite))) {
  console.log(`\n${project}`);
  // The browser needs the portal as it will be served.
  if (project === 'e2e') await prepare({ portal: true, quiet: true });
  const { passed, failed, skipped, complaint } = await runJestSuite(project, patterns);
  total.passed += passed;
  total.failed += failed;
  total.skipped += skipped;
  jestTests += passed + failed + skipped;
  if (complaint !== undefined) console.log(`✗ ${complaint}`);
  if (failed > 0) faults.push(project);
}

if (patterns.length > 0 && jestTests === 0) {
  total.failed++;
  console.log(`✗ No test matches: ${patterns.join(' ')}`);
}
if (faults.length > 0) console.log(`\nFailed in: ${faults.join(', ')}`);
console.log(`\nAfter ${duration(performance.now() - begin)}:`);
const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : '';
console.log(`${total.passed} passed, ${total.failed} failed${skipped}`);
process.exit(total.failed > 0 ? 1 : 0);
