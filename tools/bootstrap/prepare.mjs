import { buildPortal } from '../build/build-portal.mjs';
import { buildSources } from '../build/build-sources.mjs';
import { PlainFault, explainFileFault } from '../process/plain-fault.mjs';
import { waitForLock } from '../process/process-lock.mjs';
import { step } from '../process/progress.mjs';
import { install, isInstalled } from './install.mjs';
import { inRoot, root } from './workspace.mjs';

const MINUTES = 60_000;

/** Ends the process with a plain sentence, or with the whole error where no sentence is known. */
export function fail(error) {
  if (error instanceof PlainFault) console.error(`\n${error.message}`);
  else console.error(error);
  process.exit(1);
}

/**
 * Installs packages and builds, as far as they are missing or stale.
 *
 * @param {{portal: boolean, quiet?: boolean}} options `portal` builds the portal too; `quiet` says something only
 *   when there is something to do, and on stderr, for commands whose output is read by programs
 */
export async function prepare({ portal, quiet = false }) {
  const out = quiet ? process.stderr : process.stdout;
  try {
    // Two commands in a fresh clone would otherwise install over each other.
    const lock = await waitForLock(inRoot('.laurel', 'prepare.lock'), {
      milliseconds: 20 * MINUTES,
      onWait: ({ pid }) => out.write(`Process ${pid} is installing or building here; waiting for it.\n`),
    });
    try {
      if (!isInstalled()) await step('Installing packages', install, out);
      await prepareSources(out, quiet);
      if (portal) await preparePortal(out);
    } finally {
      lock.release();
    }
  } catch (error) {
    fail(explainFileFault(error, root));
  }
}

async function prepareSources(out, quiet) {
  const work = async (say) => {
    const { built, removed, faults } = await buildSources(root, inRoot('dist'));
    if (faults.length > 0) {
      const words = faults.map(({ file, message }) => `${file} does not compile:\n${message}`);
      throw new PlainFault(words.join('\n\n'));
    }
    say(built + removed === 0 ? 'unchanged' : `${built} files built`);
  };
  if (quiet) await work(() => undefined);
  else await step('API, libraries and plugins', work, out);
}

async function preparePortal(out) {
  await step(
    'Portal',
    async (say) => {
      const { state, output } = await buildPortal(root, inRoot('dist'));
      if (state === 'failed') throw new PlainFault(`The portal does not build:\n\n${output.trim()}`);
      say(state === 'absent' ? 'left out, because there is no angular.json' : state);
    },
    out,
  );
}
