import { generatePlugin } from './generate-plugin.js';
import { startStage, starts } from './plugin-files.js';

/** `npm run generate:plugin -- <key> [stage]`, from the root of the project. */
const main = async ([key, stage = 'offer']: readonly string[]): Promise<void> => {
  if (key === undefined || key.startsWith('-')) {
    const stages = Object.keys(starts).join('|');
    throw new Error(
      `Usage: npm run generate:plugin -- <key> [${stages}]    e.g. npm run generate:plugin -- session-cap award`,
    );
  }
  const paths = await generatePlugin(process.cwd(), key, startStage(stage));
  process.stdout.write(
    `${paths.join('\n')}\n\nTry it: npm test -- unit plugins/${key}\nNext: docs/writing-a-plugin.md\n`,
  );
};

try {
  await main(process.argv.slice(2));
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
