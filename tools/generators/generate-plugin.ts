import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { pluginFiles, type StartStage } from './plugin-files.js';
import { pluginName } from './plugin-name.js';
import { addToPluginList } from './plugin-list.js';

const LIST = 'apps/api/src/plugins.ts';

/**
 * Writes a new plugin into `plugins/<key>` under the project's root and installs it in the API's list.
 * Nothing is written when anything is wrong.
 *
 * @param stage what the rule it starts with does
 * @returns the paths of the files, from the root.
 * @throws Error in words for the person at the command line.
 */
export const generatePlugin = async (
  root: string,
  key: string,
  stage: StartStage = 'offer',
): Promise<readonly string[]> => {
  const name = pluginName(key);
  const folder = join('plugins', key);
  if (existsSync(join(root, folder))) {
    throw new Error(`There is a plugin "${key}" already, in ${folder}. Choose another key.`);
  }
  const list = addToPluginList(await readFile(join(root, LIST), 'utf8'), name);
  const files = new Map([...pluginFiles(name, stage)].map(([path, text]) => [join(folder, path), text]));
  files.set(LIST, list);
  const options = await resolveConfig(join(root, LIST));
  for (const [path, text] of files) {
    const formatted = await format(text, { ...options, filepath: path });
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), formatted);
  }
  return [...files.keys()];
};
