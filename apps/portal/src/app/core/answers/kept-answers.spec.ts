import { describe, expect, it } from '@jest/globals';
import { keptAnswers } from './kept-answers.js';
import { Outboxes } from '../saving/outboxes.js';

/** Answers on the device, and a sender that says it sent them and takes away so many. */
const device = (count: number, taken: number, isSent = true) => {
  const kept = Array.from({ length: count }, (_, place) => place);
  let tries = 0;
  const answers = keptAnswers({ all: () => kept }, () => {
    tries += 1;
    kept.splice(0, taken);
    return Promise.resolve(isSent);
  });
  return { answers, tries: () => tries };
};

describe('answers kept on the device', () => {
  it('are settled when the server has the last of them', async () => {
    expect(await device(2, 2).answers.settled()).toBe(true);
  });

  it('are not settled while any is left, whatever the sender says', async () => {
    expect(await device(2, 1).answers.settled()).toBe(false);
    expect(await device(1, 0).answers.settled()).toBe(false);
    expect(await device(1, 1, false).answers.settled()).toBe(false);
  });

  it('do not ask for the code that sends them when there are none', async () => {
    const { answers, tries } = device(0, 0);
    expect(await answers.settled()).toBe(true);
    expect(tries()).toBe(0);
  });

  it('are named once, however many keep them', async () => {
    const outboxes = new Outboxes();
    outboxes.register(device(1, 0).answers);
    outboxes.register(device(1, 0, false).answers);
    expect(await outboxes.settled()).toEqual(['answers to an evaluation']);
  });
});
