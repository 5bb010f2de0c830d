import { generatePlugin } from './generate-plugin.js';

/** `npm run generate:plugin -- <key>`, from the root of the project. */
const main = async ([key]: readonly string[]): Promise<void> => {
  if (key === undefined || key.startsWith('-')) {
    throw new Error('Usage: npm run generate:plugin -- <key>    e.g. npm run generate:plugin -- session-cap');
  }
  const paths = await generatePlugin(process.cwd(), key);
  process.stdout.write(`${paths.join('\n')}\n\nNext: docs/writing-a-plugin.md\n`);
};

try {
  await main(process.argv.slice(2));
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
