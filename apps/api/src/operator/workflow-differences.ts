import { leaves } from './leaves.js';

interface Step {
  readonly plugin: string;
  readonly isEnabled: boolean;
  readonly config: Readonly<Record<string, unknown>>;
}

/**
 * How the workflow that the society runs differs from the one of its file, a sentence a difference: steps by plugin,
 * settings by path.
 *
 * @param running with its secrets taken out
 */
export const workflowDifferences = (running: readonly Step[], filed: readonly Step[]): string[] => {
  const inFile = new Map(filed.map((step) => [step.plugin, step]));
  const inUse = new Set(running.map(({ plugin }) => plugin));
  const differences = running.flatMap((step) => {
    const other = inFile.get(step.plugin);
    return other === undefined
      ? [`${step.plugin}: the society runs it, the file does not name it`]
      : stepDifferences(step, other);
  });
  for (const { plugin } of filed) {
    if (!inUse.has(plugin)) differences.push(`${plugin}: the file names it, the society took it out`);
  }
  const common = (steps: readonly Step[]) =>
    steps.map(({ plugin }) => plugin).filter((plugin) => inUse.has(plugin) && inFile.has(plugin));
  if (common(running).join() !== common(filed).join()) {
    differences.push(`the order: the society runs ${common(running).join(', ')}`);
  }
  return differences;
};

const stepDifferences = (running: Step, filed: Step): string[] => {
  const differences: string[] = [];
  if (running.isEnabled !== filed.isEnabled) {
    differences.push(`${running.plugin}: the society switched it ${running.isEnabled ? 'on' : 'off'}`);
  }
  const [here, there] = [leaves(running.config), leaves(filed.config)];
  for (const path of new Set([...here.keys(), ...there.keys()])) {
    const [now, file] = [here.get(path), there.get(path)];
    if (now === file) continue;
    differences.push(
      `${running.plugin}: ${path} is ${now ?? 'not set'}, the file ${file === undefined ? 'does not set it' : `says ${file}`}`,
    );
  }
  return differences;
};
