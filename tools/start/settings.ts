import path from 'node:path';
import { PlainFault } from '../process/plain-fault.mjs';

/** What the environment says about this start. */
export interface StartSettings {
  /** The folder of all data, absolute. */
  home: string;
  /** The port of API and portal; 0 takes any free one. */
  port: number;
  /** A database of one's own; without it the embedded server is used. */
  database: { appUrl: string; ownerUrl: string } | undefined;
  /** LAUREL_DEMO; without it only the embedded database gets the demo. */
  isDemoWanted: boolean;
}

/**
 * Reads LAUREL_HOME, PORT, DATABASE_URL, DATABASE_MIGRATION_URL and LAUREL_DEMO. Everything else is the API's to
 * validate.
 *
 * @param environment usually `process.env`
 * @param root the folder that a relative LAUREL_HOME counts from
 * @throws PlainFault listing every fault
 */
export function readSettings(environment: NodeJS.ProcessEnv, root: string): StartSettings {
  const faults: string[] = [];
  const port =
    environment['PORT'] === undefined || environment['PORT'] === '' ? 3000 : Number(environment['PORT']);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    faults.push(`PORT is "${environment['PORT']}", but a port is a whole number from 1 to 65535.`);
  }
  const appUrl = environment['DATABASE_URL'] ?? '';
  const ownerUrl = environment['DATABASE_MIGRATION_URL'] ?? '';
  if ((appUrl === '') !== (ownerUrl === '')) {
    faults.push(
      'DATABASE_URL and DATABASE_MIGRATION_URL belong together: the first is the role that Laurel runs as, the second the role that owns the tables. Set both, or neither to use the embedded PostgreSQL.',
    );
  }
  // The demo's sign-ins are published: a database of one's own gets it only when it is asked for.
  const demo = environment['LAUREL_DEMO'] || (appUrl === '' ? 'on' : 'off');
  if (demo !== 'on' && demo !== 'off') faults.push(`LAUREL_DEMO is "${demo}", but it may be "on" or "off".`);
  if (faults.length > 0) throw new PlainFault(faults.join('\n'));
  return {
    home: path.resolve(root, environment['LAUREL_HOME'] || '.laurel'),
    port,
    database: appUrl === '' ? undefined : { appUrl, ownerUrl },
    isDemoWanted: demo === 'on',
  };
}
