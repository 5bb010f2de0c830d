import { describe, expect, it } from '@jest/globals';
import { parseDraft } from './stored-draft.js';

describe('answers kept on the device', () => {
  it('come back as they were', () => {
    const draft = { base: { a: '1' }, answers: { a: '2', b: ['x'], c: { r: 'yes' }, d: 0 } };
    expect(parseDraft(JSON.stringify(draft))).toEqual(draft);
    const sending = { ...draft, ticket: 'a-ticket' };
    expect(parseDraft(JSON.stringify(sending))).toEqual(sending);
    expect(parseDraft(JSON.stringify({ ...draft, ticket: 1 }))).toEqual(draft);
  });

  it('are ignored when they are not ours', () => {
    for (const stored of [null, '', '{', '[]', 'null', '{"answers":{}}', '{"base":{},"answers":{"a":[1]}}'])
      expect(parseDraft(stored)).toBeNull();
  });
});
