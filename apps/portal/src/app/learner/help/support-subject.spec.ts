import { describe, expect, it } from '@jest/globals';
import { aboutOf } from './support-subject.js';

const id = '0198c1f0-7b9e-7c3a-9d7e-3f6f0a3b2c1d';

describe('what a question is about', () => {
  it('is the session or the claim of the page', () => {
    expect(aboutOf(`/sessions/${id}`)).toEqual({ page: `/sessions/${id}`, offeringId: id, claimId: null });
    expect(aboutOf(`/evaluation/session?section=a&offeringId=${id}#q`)).toEqual({
      page: '/evaluation/session',
      offeringId: id,
      claimId: null,
    });
    expect(aboutOf(`/evaluation/feedback?claimId=${id}`)).toMatchObject({ offeringId: null, claimId: id });
    expect(aboutOf(`/claims/${id}`)).toMatchObject({ claimId: id });
  });

  it('is the page alone elsewhere, without what was searched for', () => {
    expect(aboutOf('/sessions?search=my+illness')).toEqual({
      page: '/sessions',
      offeringId: null,
      claimId: null,
    });
    expect(aboutOf('/sessions/not-an-id')).toMatchObject({ offeringId: null });
  });
});
