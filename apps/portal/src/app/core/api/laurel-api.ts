import { inject, Service } from '@angular/core';
import { createLaurelClient } from '@laurel/api-client';
import { SignInGate } from './sign-in-gate.js';
import type {
  AddResult,
  Answer,
  Cart,
  CartSource,
  Catalogue,
  CertificateView,
  ClaimDetail,
  ClaimHistory,
  ClaimOrder,
  ClaimPreview,
  Sheet,
  DocumentsView,
  EarnedSelection,
  Earnings,
  Evaluation,
  EvaluationSaved,
  EvaluationSubject,
  EvaluationSummary,
  OfferingDetail,
  ReportStanding,
  Session,
  Submission,
  SupportRequest,
  TenantView,
  Verification,
  WhyEntry,
} from './contract.js';
import { Transport } from './transport.js';

const ACTIVITY = '/api/activities/{activityId}';

/** Every call the portal makes. All throw `ProblemError`; `activityId` is that of the session. */
@Service()
export class LaurelApi {
  readonly #transport = inject(Transport);
  readonly #gate = inject(SignInGate);
  readonly #client = createLaurelClient({
    baseUrl: '',
    csrf: () => this.#gate.csrfToken ?? undefined,
    fetch: (request) => this.#transport.send(request),
  });

  tenant(): Promise<TenantView> {
    return body(this.#client.GET('/api/tenant'));
  }

  /** @throws ProblemError 401 when nobody is signed in. */
  session(): Promise<Session> {
    return body(this.#client.GET('/api/session'));
  }

  signIn(credentials: { activityId?: string; badge: string; lastName: string }): Promise<Session> {
    return body(this.#client.POST('/api/session', { body: credentials }));
  }

  signInWithPassword(credentials: {
    activityId?: string;
    username: string;
    password: string;
  }): Promise<Session> {
    return body(this.#client.POST('/api/session/password', { body: credentials }));
  }

  /** Answers the same whether there is such a username or not. */
  async requestPasswordReset(username: string): Promise<void> {
    await this.#client.POST('/api/password/reset-request', { body: { username } });
  }

  /** @throws ProblemError `password.weak` with what would help, `password.link_expired`. */
  async resetPassword(token: string, password: string): Promise<void> {
    await this.#client.POST('/api/password/reset', { body: { token, password } });
  }

  /** @throws ProblemError `password.wrong` where `current` is not it, `password.weak` with what would help. */
  async changePassword(current: string, password: string): Promise<void> {
    await this.#client.PUT('/api/password', { body: { current, password } });
  }

  async signOut(): Promise<void> {
    await this.#client.DELETE('/api/session');
  }

  async signOutEverywhere(): Promise<void> {
    await this.#client.DELETE('/api/sessions');
  }

  changeProfile(profile: { displayName?: string; credentials?: string }): Promise<Session> {
    return body(this.#client.PATCH('/api/profile', { body: profile }));
  }

  catalogue(activityId: string): Promise<Catalogue> {
    return body(this.#client.GET(`${ACTIVITY}/offerings`, { params: { path: { activityId } } }));
  }

  offering(activityId: string, offeringId: string): Promise<OfferingDetail> {
    const path = { activityId, offeringId };
    return body(this.#client.GET(`${ACTIVITY}/offerings/{offeringId}`, { params: { path } }));
  }

  itinerary(activityId: string): Promise<{ offeringIds: string[] }> {
    return body(this.#client.GET(`${ACTIVITY}/itinerary`, { params: { path: { activityId } } }));
  }

  async star(activityId: string, offeringId: string): Promise<void> {
    const path = { activityId, offeringId };
    await this.#client.PUT(`${ACTIVITY}/itinerary/{offeringId}`, { params: { path } });
  }

  async unstar(activityId: string, offeringId: string): Promise<void> {
    const path = { activityId, offeringId };
    await this.#client.DELETE(`${ACTIVITY}/itinerary/{offeringId}`, { params: { path } });
  }

  cart(activityId: string): Promise<Cart> {
    return body(this.#client.GET(`${ACTIVITY}/cart`, { params: { path: { activityId } } }));
  }

  /** @throws ProblemError `offering.not_allowed` with `denials`. */
  addLine(activityId: string, offeringId: string): Promise<Cart> {
    const path = { activityId, offeringId };
    return body(this.#client.PUT(`${ACTIVITY}/cart/lines/{offeringId}`, { params: { path } }));
  }

  removeLine(activityId: string, offeringId: string): Promise<Cart> {
    const path = { activityId, offeringId };
    return body(this.#client.DELETE(`${ACTIVITY}/cart/lines/{offeringId}`, { params: { path } }));
  }

  cartSources(activityId: string): Promise<CartSource[]> {
    return body(this.#client.GET(`${ACTIVITY}/cart/sources`, { params: { path: { activityId } } }));
  }

  addFromSource(activityId: string, kind: string): Promise<AddResult> {
    return body(
      this.#client.POST(`${ACTIVITY}/cart/sources/{kind}`, { params: { path: { activityId, kind } } }),
    );
  }

  /**
   * Chooses how much of credit types is claimed, in decimal credits; null takes the choice back.
   *
   * @throws ProblemError `claim.changed` when the revision is not the draft's any more
   */
  chooseTotals(activityId: string, amounts: Record<string, number | null>, revision: number): Promise<Cart> {
    const params = { path: { activityId } };
    return body(this.#client.PUT(`${ACTIVITY}/cart/totals`, { params, body: { amounts, revision } }));
  }

  /** Saves what was given in the form of a requirement, with its faults if it has some. */
  saveRequirementForm(
    activityId: string,
    formKey: string,
    values: Record<string, string | boolean>,
  ): Promise<Cart> {
    const params = { path: { activityId, formKey } };
    return body(this.#client.PUT(`${ACTIVITY}/claim/forms/{formKey}`, { params, body: { values } }));
  }

  /** Credit earned by completions and not claimed yet, of one type; of the first one when none is named. */
  earnings(activityId: string, creditType?: string): Promise<Earnings> {
    const params = { path: { activityId }, query: creditType ? { creditType } : {} };
    return body(this.#client.GET(`${ACTIVITY}/earnings`, { params }));
  }

  /** Puts a selection of earned credit in the place of the draft's lines. */
  selectEarnings(activityId: string, selection: EarnedSelection): Promise<Cart> {
    const params = { path: { activityId } };
    return body(this.#client.PUT(`${ACTIVITY}/earnings/selection`, { params, body: selection }));
  }

  /** The documents of the draft as they would be printed. @throws ProblemError `claim.empty` */
  claimPreview(activityId: string): Promise<ClaimPreview> {
    return body(this.#client.GET(`${ACTIVITY}/claim/preview`, { params: { path: { activityId } } }));
  }

  /** Where a certificate can be looked at with a name that is being typed. */
  nameSheet(activityId: string): Promise<Sheet> {
    return body(this.#client.GET(`${ACTIVITY}/claim/name-sheet`, { params: { path: { activityId } } }));
  }

  /** A page of what was claimed; `cursor` is the `nextCursor` of the page before, in the same order. */
  claims(activityId: string, query: ClaimOrder & { cursor?: string }): Promise<ClaimHistory> {
    return body(this.#client.GET(`${ACTIVITY}/claims`, { params: { path: { activityId }, query } }));
  }

  claim(activityId: string, claimId: string): Promise<ClaimDetail> {
    return body(
      this.#client.GET(`${ACTIVITY}/claims/{claimId}`, { params: { path: { activityId, claimId } } }),
    );
  }

  /** Makes a document of one claim, or tries again what has failed. */
  generateOf(activityId: string, claimId: string, key: string): Promise<CertificateView> {
    const params = { path: { activityId, claimId, key } };
    return body(this.#client.POST(`${ACTIVITY}/claims/{claimId}/documents/{key}`, { params, body: {} }));
  }

  /** Empties the draft, or gives an amendment up. */
  discardCart(activityId: string): Promise<Cart> {
    return body(this.#client.DELETE(`${ACTIVITY}/cart`, { params: { path: { activityId } } }));
  }

  evaluations(activityId: string): Promise<EvaluationSummary[]> {
    return body(this.#client.GET(`${ACTIVITY}/evaluations`, { params: { path: { activityId } } }));
  }

  evaluation(activityId: string, { formKey, ...about }: EvaluationSubject): Promise<Evaluation> {
    const params = { path: { activityId, formKey }, query: queryOf(about) };
    return body(this.#client.GET(`${ACTIVITY}/evaluations/{formKey}`, { params }));
  }

  /** @throws ProblemError `evaluation.conflict` with `current` when another device answered meanwhile. */
  saveEvaluation(
    activityId: string,
    { formKey, ...about }: EvaluationSubject,
    save: { answers: Record<string, Answer>; version: number },
  ): Promise<EvaluationSaved> {
    const params = { path: { activityId, formKey }, query: queryOf(about) };
    return body(this.#client.PUT(`${ACTIVITY}/evaluations/{formKey}`, { params, body: save }));
  }

  /** @throws ProblemError `evaluation.already_given` when another device was faster; `evaluation.invalid` */
  giveAnonymousEvaluation(
    activityId: string,
    { formKey, ...about }: EvaluationSubject,
    given: { answers: Record<string, Answer>; ticket: string },
  ): Promise<{ isComplete: boolean }> {
    const params = { path: { activityId, formKey }, query: queryOf(about) };
    return body(this.#client.POST(`${ACTIVITY}/evaluations/{formKey}/anonymous`, { params, body: given }));
  }

  /** @param idempotencyKey the same for every try of one message, so that it is sent once. */
  requestSupport(idempotencyKey: string, request: SupportRequest): Promise<{ reference: string }> {
    const params = { header: { 'Idempotency-Key': idempotencyKey } };
    return body(this.#client.POST('/api/support-requests', { params, body: request }));
  }

  /**
   * @param idempotencyKey the same for every try of one press of the button, so that it counts once.
   * @throws ProblemError `claim.changed` (with `cart`), `claim.requirements_unmet` (with `requirements`), …
   */
  submit(
    activityId: string,
    idempotencyKey: string,
    claim: { revision: number; isAttested: true; amounts?: Record<string, number> },
  ): Promise<Submission> {
    const params = { path: { activityId }, header: { 'Idempotency-Key': idempotencyKey } };
    return body(this.#client.POST(`${ACTIVITY}/claim/submit`, { params, body: claim }));
  }

  whyClaim(activityId: string): Promise<{ entries: WhyEntry[] }> {
    return body(this.#client.GET(`${ACTIVITY}/claim/why`, { params: { path: { activityId } } }));
  }

  /** How it stands with those who are told of the claim in force. */
  claimReports(activityId: string): Promise<ReportStanding[]> {
    return body(this.#client.GET(`${ACTIVITY}/claim/reports`, { params: { path: { activityId } } }));
  }

  documents(activityId: string): Promise<DocumentsView> {
    return body(this.#client.GET(`${ACTIVITY}/documents`, { params: { path: { activityId } } }));
  }

  generate(activityId: string, key: string, inputs?: Record<string, string>): Promise<CertificateView> {
    const params = { path: { activityId, key } };
    return body(this.#client.POST(`${ACTIVITY}/documents/{key}`, { params, body: inputs ? { inputs } : {} }));
  }

  certificates(): Promise<CertificateView[]> {
    return body(this.#client.GET('/api/certificates'));
  }

  certificate(id: string): Promise<CertificateView> {
    return body(this.#client.GET('/api/certificates/{id}', { params: { path: { id } } }));
  }

  verification(code: string): Promise<Verification> {
    return body(this.#client.GET('/api/verifications/{code}', { params: { path: { code } } }));
  }
}

const queryOf = ({
  offeringId,
  claimId,
}: Omit<EvaluationSubject, 'formKey'>): {
  offeringId?: string;
  claimId?: string;
} => ({ ...(offeringId ? { offeringId } : {}), ...(claimId ? { claimId } : {}) });

/** The transport has thrown already for everything but an answer; one without a body breaks the contract. */
async function body<T>(answer: Promise<{ data?: T }>): Promise<T> {
  const { data } = await answer;
  if (data === undefined) throw new Error('The API answered without the body its contract promises.');
  return data;
}
