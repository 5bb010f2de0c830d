import { defaultTerms, findMessageFault, type ReferenceKind } from '@laurel/plugin-kit';
import type { Fault } from '../problem/domain-error.js';
import { hostMessages } from '../workflow/trail/host-messages.js';
import { unknownName, type KnownNames } from '../workflow/steps/known-names.js';
import type { PluginRegistry } from '../workflow/steps/plugin-registry.js';
import { portalWords } from './portal-words.generated.js';
import type { ActivityFile, CreditTypeFile, TenantFile } from './tenant-file.js';

type LookUp = (field: string, kind: ReferenceKind, names: readonly string[]) => Fault[];

/**
 * What the file names outside of workflows and does not exist: professions, credit types, words. A name counts when
 * the file brings it, or the society has it already.
 */
export const findNameFaults = (file: TenantFile, known: KnownNames, plugins: PluginRegistry): Fault[] => {
  const names: KnownNames = {
    ...known,
    'credit-type': union(file.creditTypes, known['credit-type']),
    profession: [...new Set([...known.profession, ...(file.profile.professions ?? [])])],
  };
  const lookUp: LookUp = (field, kind, given) =>
    given.flatMap((name, index) => {
      const message = unknownName(names, { kind, name });
      return message === null ? [] : [fault(`${field}.${String(index)}`, message)];
    });
  return [
    ...wordFaults(file.profile.wording, names['credit-type'], plugins),
    ...file.creditTypes.flatMap(({ audience }, index) =>
      lookUp(`creditTypes.${String(index)}.audience`, 'profession', audience),
    ),
    ...file.activities.flatMap((activity, index) =>
      activityFaults(activity, `activities.${String(index)}`, lookUp),
    ),
  ];
};

const union = (own: readonly CreditTypeFile[], stored: readonly string[]): string[] => [
  ...new Set([...own.map(({ key }) => key), ...stored]),
];

const fault = (field: string, message: string): Fault => ({ field, code: 'name.unknown', message });

const activityFaults = (activity: ActivityFile, field: string, lookUp: LookUp): Fault[] => [
  ...maximaFaults(activity.maxima, field, lookUp),
  ...activity.courses.flatMap(({ maxima }, index) =>
    maximaFaults(maxima, `${field}.courses.${String(index)}`, lookUp),
  ),
  ...lookUp(
    `${field}.creditFromDuration.creditTypes`,
    'credit-type',
    activity.creditFromDuration?.creditTypes ?? [],
  ),
];

const maximaFaults = (maxima: Readonly<Record<string, number>>, field: string, lookUp: LookUp): Fault[] =>
  Object.keys(maxima).flatMap((key) =>
    lookUp('', 'credit-type', [key]).map((found) => ({ ...found, field: `${field}.maxima.${key}` })),
  );

/** Keys without a dot are the portal's words and the terms of messages; those with one are sentences. */
const wordFaults = (
  wording: Readonly<Record<string, string>>,
  creditTypes: readonly string[],
  plugins: PluginRegistry,
): Fault[] =>
  Object.entries(wording).flatMap(([key, text]) => {
    const field = `profile.wording.${key}`;
    const message = key.includes('.') ? sentenceFault(key, text, creditTypes, plugins) : wordFault(key);
    return message === null ? [] : [fault(field, message)];
  });

const words: readonly string[] = [...new Set([...portalWords, ...Object.keys(defaultTerms)])].sort();

const wordFault = (key: string): string | null =>
  words.includes(key) ? null : `There is no word "${key}". There are: ${words.join(', ')}.`;

/** What follows `claimed.` is a credit type; the rest are `<plugin>.<code>` and the host's own codes. */
const sentenceFault = (
  key: string,
  text: string,
  creditTypes: readonly string[],
  plugins: PluginRegistry,
): string | null => {
  const [owner = '', ...rest] = key.replace(/\.remedy$/, '').split('.');
  const code = rest.join('.');
  if (owner === 'claimed') {
    return creditTypes.includes(code)
      ? null
      : `There is no credit type "${code}". There are: ${creditTypes.join(', ')}.`;
  }
  const known = sentencesOf(owner, plugins);
  if (known === null) {
    const owners = ['claimed', 'host', ...plugins.all().map((plugin) => plugin.key)];
    return `No sentence begins with "${owner}." What may stand before the dot: ${owners.join(', ')}.`;
  }
  if (!known.includes(code)) {
    return `There is no sentence "${code}" of "${owner}". There are: ${known.join(', ')}.`;
  }
  const unreadable = findMessageFault(text);
  return unreadable === null ? null : `This text cannot be read as a message: ${unreadable}`;
};

const sentencesOf = (owner: string, plugins: PluginRegistry): readonly string[] | null => {
  const ofHost = Object.keys(hostMessages).flatMap((key) =>
    key.startsWith(`${owner}.`) ? [key.slice(owner.length + 1)] : [],
  );
  if (ofHost.length > 0) return ofHost;
  const plugin = plugins.get(owner);
  return plugin === undefined ? null : Object.keys(plugin.messages);
};
