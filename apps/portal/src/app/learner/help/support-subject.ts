/** What a question is about, from where the person stands. */
export interface SupportSubject {
  /** Path of the page, without what it was searched for. */
  page: string;
  offeringId: string | null;
  claimId: string | null;
}

const ID = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';
const OF_OFFERING = new RegExp(`/sessions/(${ID})|[?&]offeringId=(${ID})`);
const OF_CLAIM = new RegExp(`/claims/(${ID})|[?&]claimId=(${ID})`);

export function aboutOf(url: string): SupportSubject {
  const [, inPath, inQuery] = OF_OFFERING.exec(url) ?? [];
  const [, claimInPath, claimInQuery] = OF_CLAIM.exec(url) ?? [];
  return {
    page: (url.split(/[?#]/)[0] ?? '/').slice(0, 300),
    offeringId: inPath ?? inQuery ?? null,
    claimId: claimInPath ?? claimInQuery ?? null,
  };
}
