import { execFileSync, spawnSync } from 'node:child_process';
import { chown, stat } from 'node:fs/promises';
import path from 'node:path';
import { hasCode } from '../process/error-code.js';
import { PlainFault } from '../process/plain-fault.mjs';

/** How to run PostgreSQL's programs: it refuses to run as root, so root lends it another user. */
export interface ServerUser {
  /** Hands a file or folder to the server's user; does nothing for ordinary users. */
  own(file: string): Promise<void>;
  /** The program and arguments that really start the given ones, and the ids to spawn them with. */
  command(
    program: string,
    args: readonly string[],
  ): { program: string; args: string[]; uid?: number; gid?: number };
}

const ordinaryUser: ServerUser = {
  own: async () => undefined,
  command: (program, args) => ({ program, args: [...args] }),
};

/**
 * Chooses the user that the server runs as. An ordinary user runs it as themselves. Root runs it as the owner of
 * an existing data folder, else as `postgres` where there is such a user, else as `nobody`: nothing is added to
 * the machine's users.
 *
 * @param dataFolder where the data is or will be
 * @param programs files that the user must be able to reach
 */
export async function chooseServerUser(dataFolder: string, programs: readonly string[]): Promise<ServerUser> {
  if (process.getuid?.() !== 0) return ordinaryUser;
  const ids = (await ownerOf(dataFolder)) ?? idsOf('postgres') ?? idsOf('nobody');
  if (ids === undefined) {
    throw new PlainFault(
      'PostgreSQL does not run as root, and this machine has neither a user "postgres" nor "nobody". Run Laurel as an ordinary user.',
    );
  }
  const own = (file: string): Promise<void> => chown(file, ids.uid, ids.gid);
  const barred = await firstBarredFolder([dataFolder, ...programs], ids);
  if (barred === undefined)
    return { own, command: (program, args) => ({ program, args: [...args], ...ids }) };

  // A project below /root is closed to every other user. The server then keeps root's right to pass folders,
  // and nothing else of root's.
  if (spawnSync('setpriv', ['--version']).status !== 0) {
    throw new PlainFault(
      `PostgreSQL does not run as root, and its user may not enter ${barred}. Run Laurel as an ordinary user, or keep it in a folder that others may enter.`,
    );
  }
  return {
    own,
    command: (program, args) => ({
      program: 'setpriv',
      args: [
        `--reuid=${ids.uid}`,
        `--regid=${ids.gid}`,
        '--clear-groups',
        '--inh-caps=-all,+dac_override',
        '--ambient-caps=-all,+dac_override',
        program,
        ...args,
      ],
    }),
  };
}

interface UserIds {
  uid: number;
  gid: number;
}

async function ownerOf(folder: string): Promise<UserIds | undefined> {
  try {
    const { uid, gid } = await stat(folder);
    return uid === 0 ? undefined : { uid, gid };
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return undefined;
    throw error;
  }
}

function idsOf(user: string): UserIds | undefined {
  const id = (option: string): number =>
    Number(execFileSync('id', [option, user], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }));
  try {
    return { uid: id('-u'), gid: id('-g') };
  } catch {
    // `id` ends with 1 for a name that nobody has.
    return undefined;
  }
}

/** The outermost folder on the way to one of the paths that the user may not enter. */
async function firstBarredFolder(
  paths: readonly string[],
  { uid, gid }: UserIds,
): Promise<string | undefined> {
  for (const one of paths) {
    const folders: string[] = [];
    for (let at = path.dirname(path.resolve(one)); ; at = path.dirname(at)) {
      folders.unshift(at);
      if (at === path.dirname(at)) break;
    }
    for (const folder of folders) {
      const { mode, uid: owner, gid: group } = await stat(folder);
      const bit = owner === uid ? 0o100 : group === gid ? 0o010 : 0o001;
      if ((mode & bit) === 0) return folder;
    }
  }
  return undefined;
}
