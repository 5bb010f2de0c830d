import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { definePlugin, PLUGIN_CONTRACT, type Plugin } from '@laurel/plugin-kit';
import { IsString } from 'class-validator';
import type { WhyDto } from '../src/claims/dto/why.dto.js';
import type { WhyEntryDto } from '../src/workflow/trail/why-entry.dto.js';
import { ClaimDesk, failing } from './testing-claim-desk.js';
import { bodyOf, Learner } from './testing-claims.js';

class WordConfig {
  @IsString()
  word = '';
}

/** Decides twice, before the claim and after it, and says by which word; a rule of these tests. */
const wordPlugin: Plugin = definePlugin({
  contract: PLUGIN_CONTRACT,
  key: 'word',
  version: '1.0.0',
  title: 'Word',
  description: 'Has a word.',
  config: WordConfig,
  configVersion: 1,
  messages: {
    asked: { text: 'You were asked for {word}.' },
    printed: { text: 'Nothing is printed with {word}.' },
    rule: { text: 'The word of the society is {word}.' },
  },
  rule: ({ config: { word } }) => [{ code: 'rule', facts: { word } }],
  require: ({ config: { word } }) => [
    { key: 'word', state: 'met', title: 'Word', reason: { code: 'asked', facts: { word } } },
  ],
  certify: ({ config: { word } }) => [
    {
      key: 'word',
      title: 'Word',
      availability: { available: false, reason: { code: 'printed', facts: { word } } },
      documentKind: 'credit',
      template: 'classic',
      credits: [],
      statements: [],
      inputs: [],
    },
  ],
});

let desk: ClaimDesk;

beforeAll(async () => {
  desk = await ClaimDesk.start(wordPlugin);
}, 60_000);
afterAll(() => desk.stop());
beforeEach(() => desk.reset());

const runWith = (word: string, ...steps: Parameters<ClaimDesk['run']>[1][]) =>
  desk.run(desk.alpha, ['word', { word }], ...steps);
/** What the step said of the claim, and the rule by which it says so. */
const told = (entries: readonly WhyEntryDto[]) =>
  entries
    .filter(({ plugin }) => plugin === 'word')
    .map(({ stage, text, rule }) => [stage, text, rule] as const);
const required = (word: string) =>
  ['require', `You were asked for ${word}.`, `The word of the society is ${word}.`] as const;
const certified = (word: string) =>
  ['certify', `Nothing is printed with ${word}.`, `The word of the society is ${word}.`] as const;
const whyOf = async (learner: Learner) =>
  told(bodyOf<WhyDto>(await learner.client.get(learner.path('claim/why'))).entries);
const staffWhyOf = async (id: string) => told((await desk.show(id)).trail);
const revisionsOf = async (id: string) => [
  ...new Set((await desk.show(id)).trail.map(({ configRevision }) => configRevision).filter(Boolean)),
];

describe('a trail that two revisions of the workflow decided', () => {
  it('tells the rule of each, where the documents were decided anew', async () => {
    await runWith('laurel');
    const learner = await Learner.signIn(desk.app, desk.alpha);
    const { claim } = await learner.submit('two-revisions', [0, 2]);
    const asSubmitted = [required('laurel'), certified('laurel')];
    expect(await whyOf(learner)).toEqual(asSubmitted);
    await runWith('myrtle');
    expect(await whyOf(learner)).toEqual(asSubmitted);

    const request = { mode: 'apply', reason: 'The society has another word' };
    bodyOf(await desk.support.post(`/api/staff/claims/${claim.id}/documents`, request));
    const byBoth = [required('laurel'), certified('myrtle')];
    expect(await revisionsOf(claim.id)).toHaveLength(2);
    expect([await whyOf(learner), await staffWhyOf(claim.id)]).toEqual([byBoth, byBoth]);
    await runWith('ivy');
    expect([await whyOf(learner), await staffWhyOf(claim.id)]).toEqual([byBoth, byBoth]);
  }, 60_000);

  it('tells the rule of each, where a held claim was released by a later one', async () => {
    await runWith('laurel', failing('report'));
    const learner = await Learner.signIn(desk.app, desk.alpha);
    const { claim } = await learner.submit('held-and-released', [0]);
    expect(claim.state).toBe('held');
    await runWith('myrtle');
    bodyOf(await desk.act(desk.support, claim.id, 'release'));
    const byBoth = [required('laurel'), certified('myrtle')];
    expect(await revisionsOf(claim.id)).toHaveLength(2);
    await runWith('ivy');
    expect([await whyOf(learner), await staffWhyOf(claim.id)]).toEqual([byBoth, byBoth]);
  }, 60_000);
});

describe('a claim that takes the place of one by an earlier revision', () => {
  it('tells its own rules, and the earlier one keeps telling those it was decided by', async () => {
    await runWith('laurel');
    const learner = await Learner.signIn(desk.app, desk.alpha);
    const { claim: first } = await learner.submit('first-revision', [0]);
    bodyOf(await desk.act(desk.support, first.id, 'reopen'));
    await runWith('myrtle');
    const { claim: second } = await learner.submit('second-revision', [2]);
    await runWith('ivy');
    const [bySecond, byFirst] = [
      [required('myrtle'), certified('myrtle')],
      [required('laurel'), certified('laurel')],
    ];
    expect([await whyOf(learner), await staffWhyOf(second.id)]).toEqual([bySecond, bySecond]);
    expect(await staffWhyOf(first.id)).toEqual(byFirst);
    // What is begun now is decided, and explained, by what is in force now.
    await learner.add(4);
    expect(await whyOf(learner)).toEqual([required('ivy')]);
  }, 60_000);

  it('shares no word with the other society’s', async () => {
    await runWith('laurel');
    await desk.run(desk.beta, ['word', { word: 'thistle' }]);
    const inAlpha = await Learner.signIn(desk.app, desk.alpha);
    const inBeta = await Learner.signIn(desk.app, desk.beta);
    await inAlpha.submit('in-one-society', [0]);
    await inBeta.submit('in-the-other', [0]);
    expect(await whyOf(inAlpha)).toEqual([required('laurel'), certified('laurel')]);
    expect(await whyOf(inBeta)).toEqual([required('thistle'), certified('thistle')]);
  });
});
