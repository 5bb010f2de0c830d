import { describe, expect, it } from '@jest/globals';
import { NO_DRAFT, parseSupportDraft } from './support-draft.js';

describe('a question kept on the device', () => {
  it('comes back as it was', () => {
    for (const draft of [
      NO_DRAFT,
      { message: 'Help!', replyTo: 'a@b.example', key: null },
      { message: 'Help!\nPlease', replyTo: '', key: 'a-key' },
    ])
      expect(parseSupportDraft(JSON.stringify(draft))).toEqual(draft);
  });

  it('is empty when it is not ours', () => {
    for (const stored of [null, '', '{', '[]', 'null', '3', '{"message":1}'])
      expect(parseSupportDraft(stored)).toEqual(NO_DRAFT);
  });
});
