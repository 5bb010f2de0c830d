import { spawn } from 'node:child_process';
import { buildPortal } from '../build/build-portal.mjs';
import { BUDGET_BYTES, firstLoad } from '../build/portal-budget.mjs';
import { inRoot, nodeBinary, projectEnvironment, root } from '../bootstrap/workspace.mjs';

const tool = (...parts) => inRoot('node_modules', ...parts);

/** Runs a program of node_modules on the project's Node; answers whether it was content, and what it said. */
function runTool(file, args) {
  return new Promise((resolve, reject) => {
    const child = spawn(nodeBinary, [file, ...args], {
      cwd: root,
      env: projectEnvironment(),
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    const collect = (chunk) => (output += chunk);
    child.stdout.on('data', collect);
    child.stderr.on('data', collect);
    child.on('error', reject);
    child.on('close', (code) => resolve({ isGood: code === 0, output: output.trim() }));
  });
}

const checkTypes = (project) => runTool(tool('typescript', 'bin', 'tsc'), ['--noEmit', '-p', project]);

/** The checks that are no Jest tests; each counts as one test. */
export const checks = {
  format: () => runTool(tool('prettier', 'bin', 'prettier.cjs'), ['--check', '.', '--log-level', 'warn']),
  lint: () => runTool(tool('eslint', 'bin', 'eslint.js'), ['.']),
  types: () => checkTypes('tsconfig.json'),
  /** The build compiles no specs, and Jest takes the types away without looking at them. */
  'portal-types': () => checkTypes('apps/portal/tsconfig.spec.json'),
  /** Angular checks the types of templates only by building them; its size budget is enforced here too. */
  portal: async () => {
    const { state, output } = await buildPortal(root, inRoot('dist'));
    if (state === 'absent')
      return { isGood: false, output: 'There is no angular.json, so there is no portal to build.' };
    return { isGood: state !== 'failed', output };
  },
  /** After `portal`: what a learner's first load costs, lazy pages and compression included. */
  budget: async () => {
    const { bytes, scripts } = firstLoad(inRoot('dist', 'portal'));
    return {
      isGood: bytes <= BUDGET_BYTES,
      output: `The first load takes ${bytes} bytes of compressed script; ${BUDGET_BYTES} are allowed.\n${scripts.join('\n')}`,
    };
  },
};
