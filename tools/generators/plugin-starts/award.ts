import type { PluginStart } from './plugin-start.js';

/** "Some of this does not count, because …" */
export const awardStart: PluginStart = {
  description: 'Caps what learners of some professions may claim of each credit type.',
  answer: 'takes off what is above the cap',
  settings: [
    ['professions', 'keys of the professions that the cap is for'],
    ['label', 'what the learner’s sentence calls them'],
    ['cap', 'credits at most, in hundredths'],
  ],
  config: ({ pascal }) => `import { Field } from '@laurel/plugin-kit';
import { ArrayMaxSize, IsArray, IsInt, IsString, Min } from 'class-validator';

export class ${pascal}Config {
  @Field('Professions', 'Keys of the professions that the cap is for, e.g. resident.')
  @IsArray()
  @IsString({ each: true })
  @ArrayMaxSize(50)
  professions: string[] = [];

  @Field('What they are called', 'Begins the learner’s sentence, e.g. Residents.')
  @IsString()
  label = 'Learners of your profession';

  @Field('Credits at most', 'In hundredths: 2000 is twenty credits.')
  @IsInt()
  @Min(25)
  cap = 2_000;
}
`,
  messages: `  rule: { text: '{label} may claim at most {capCredit} credits of each type.' },
  'above-cap': {
    text: '{label} may claim at most {capCredit} credits; your sessions add up to {selectedCredit}.',
    remedy: 'You need not remove anything: the rest is left out by itself.',
  },`,
  imports: ['type Adjustment'],
  stage: `  rule: ({ config: { label, cap } }) => [{ code: 'rule', facts: { label, capCredit: cap } }],

  award({ learner, counted, totals, config }) {
    const { professions, label, cap } = config;
    if (!professions.includes(learner.profession)) return [];
    return Object.entries(totals).flatMap(([creditType, total]): Adjustment[] => {
      if (total <= cap) return [];
      const own = counted.filter((line) => line.creditType === creditType);
      const facts = { label, capCredit: cap, selectedCredit: total };
      const offeringIds = own.map(({ offering }) => offering.id);
      return [{ creditType, delta: cap - total, offeringIds, reason: { code: 'above-cap', facts } }];
    });
  },`,
  spec: ({ key, camel, pascal }) => `import { describe, expect, it } from '@jest/globals';
import { parseConfig } from '@laurel/plugin-kit';
import {
  aLearner,
  aLine,
  anAwardInput,
  anOffering,
  aRuleInput,
  describePlugin,
  ruleText,
} from '@laurel/plugin-kit/conformance';
import { ${pascal}Config } from './${key}.config.js';
import { ${camel}Plugin } from './${key}.plugin.js';

const storedConfig = { professions: ['resident'], label: 'Residents', cap: 200 };
const config = parseConfig(${pascal}Config, storedConfig);
/** Sessions of these amounts, claimed by someone of this profession. */
const claiming = (profession: string, ...amounts: number[]) =>
  anAwardInput(config, {
    learner: aLearner({ profession }),
    lines: amounts.map((amount, index) =>
      aLine(anOffering({ id: \`o\${String(index)}\`, credits: [{ creditType: 'ama-pra-1', amount }] })),
    ),
  });

describePlugin(${camel}Plugin, {
  folder: import.meta.dirname,
  storedConfig,
  award: {
    'for a resident above the cap': claiming('resident', 150, 100),
    'for a physician': claiming('physician', 150, 100),
    'for an empty cart': claiming('resident'),
  },
  rule: { 'of a cap': aRuleInput(config) },
});

describe('${key}', () => {
  it('takes off what is above the cap, from these professions alone', () => {
    expect(${camel}Plugin.award?.(claiming('resident', 150, 100))).toEqual([
      {
        creditType: 'ama-pra-1',
        delta: -50,
        offeringIds: ['o0', 'o1'],
        reason: { code: 'above-cap', facts: { label: 'Residents', capCredit: 200, selectedCredit: 250 } },
      },
    ]);
    expect(${camel}Plugin.award?.(claiming('resident', 150, 50))).toEqual([]);
    expect(${camel}Plugin.award?.(claiming('physician', 150, 100))).toEqual([]);
  });

  it('says its rule', () => {
    expect(ruleText(${camel}Plugin, aRuleInput(config))).toBe(
      'Residents may claim at most 2.00 credits of each type.',
    );
  });
});
`,
};
