import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { createInterface } from 'node:readline';
import { inRoot, nodeBinary, projectEnvironment, root } from '../bootstrap/workspace.mjs';

const EXIT_PATIENCE_MILLISECONDS = 15_000;

/** Settings of the person's own that must not lead tests to their database, mail server or files. */
const foreignSettings = [
  'DATABASE_URL',
  'DATABASE_MIGRATION_URL',
  'LAUREL_HOME',
  'LAUREL_DEMO',
  'PORT',
  'SMTP_URL',
  'S3_BUCKET',
];

/** What Jest says about itself rather than about the tests. */
const chatter = /^(Running one project|No tests found|Test results written|Ran all test suites|Snapshots: )/;

/**
 * Runs one Jest project; its own report goes to the terminal.
 *
 * @param {string} project as named in jest.config.mjs
 * @param {string[]} patterns only test files whose path matches one of them; all if empty
 * @returns {Promise<{passed: number, failed: number, skipped: number, complaint?: string}>}
 */
export async function runJestSuite(project, patterns) {
  const folder = mkdtempSync(path.join(tmpdir(), 'laurel-jest-'));
  const resultFile = path.join(folder, 'result.json');
  try {
    const { code, isHanging } = await runJest(project, patterns, resultFile);
    if (!existsSync(resultFile))
      return { passed: 0, failed: 1, skipped: 0, complaint: `Jest ended with ${code} and no result` };
    return count(JSON.parse(readFileSync(resultFile, 'utf8')), { project, code, isHanging, patterns });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function runJest(project, patterns, resultFile) {
  const env = projectEnvironment({ CI: 'true', ...(process.stdout.isTTY ? { FORCE_COLOR: '1' } : {}) });
  for (const key of foreignSettings) delete env[key];
  const args = [
    '--experimental-vm-modules',
    '--disable-warning=ExperimentalWarning',
    ...['--import', pathToFileURL(inRoot('tools', 'testing', 'typescript-threads.mjs')).href],
    inRoot('node_modules', 'jest', 'bin', 'jest.js'),
    ...['--ci', '--passWithNoTests', '--json', `--outputFile=${resultFile}`, '--maxWorkers=2'],
    ...['--selectProjects', project],
    ...(patterns.length > 0 ? ['--testPathPatterns', ...patterns] : []),
  ];
  return new Promise((resolve, reject) => {
    const child = spawn(nodeBinary, args, { cwd: root, env, stdio: ['ignore', 'ignore', 'pipe'] });
    createInterface(child.stderr).on('line', (line) => {
      if (!chatter.test(line)) console.log(line);
    });
    let isHanging = false;
    // A test that leaves something running would keep Jest alive for ever.
    let sinceResult;
    const watch = setInterval(() => {
      if (!existsSync(resultFile)) return;
      sinceResult ??= performance.now();
      if (performance.now() - sinceResult < EXIT_PATIENCE_MILLISECONDS) return;
      isHanging = true;
      child.kill('SIGKILL');
    }, 500);
    child.on('error', reject);
    child.on('close', (code) => {
      clearInterval(watch);
      resolve({ code, isHanging });
    });
  });
}

function count(result, { project, code, isHanging, patterns }) {
  const passed = result.numPassedTests;
  const skipped = result.numPendingTests + result.numTodoTests;
  // A file that does not even load has no failing test of its own.
  const failed = result.numFailedTests + result.numRuntimeErrorTestSuites;
  const complaint = findComplaint();
  return complaint === undefined
    ? { passed, failed, skipped }
    : { passed, failed: failed + 1, skipped, complaint };

  function findComplaint() {
    if (isHanging) return `${project}: a test left something running, so Jest had to be killed`;
    if (passed + failed + skipped === 0 && patterns.length === 0)
      return `${project}: not a single test was found`;
    if (code !== 0 && failed === 0) return `${project}: Jest ended with ${code} although no test failed`;
    return undefined;
  }
}
