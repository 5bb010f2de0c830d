import { inject, Service } from '@angular/core';
import type {
  AddResult,
  Answer,
  Cart,
  CartSource,
  Catalogue,
  CertificateView,
  DocumentsView,
  Evaluation,
  EvaluationSaved,
  EvaluationSummary,
  OfferingDetail,
  Session,
  Submission,
  TenantView,
  Verification,
  WhyEntry,
} from './contract.js';
import { HttpClient } from './http-client.js';

const at = (activityId: string): string => `/activities/${encodeURIComponent(activityId)}`;
const part = encodeURIComponent;

/** Every call the portal makes. All throw `ProblemError`; `activityId` is that of the session. */
@Service()
export class LaurelApi {
  readonly #http = inject(HttpClient);

  tenant(): Promise<TenantView> {
    return this.#http.request('GET', '/tenant');
  }

  /** @throws ProblemError 401 when nobody is signed in. */
  session(): Promise<Session> {
    return this.#http.request('GET', '/session', { asksToSignIn: false });
  }

  signIn(body: { activityId?: string; badge: string; lastName: string }): Promise<Session> {
    return this.#http.request('POST', '/session', { body, asksToSignIn: false });
  }

  signOut(): Promise<void> {
    return this.#http.command('DELETE', '/session', { asksToSignIn: false });
  }

  signOutEverywhere(): Promise<void> {
    return this.#http.command('DELETE', '/sessions');
  }

  changeProfile(body: { displayName?: string; credentials?: string }): Promise<Session> {
    return this.#http.request('PATCH', '/profile', { body });
  }

  catalogue(activityId: string): Promise<Catalogue> {
    return this.#http.request('GET', `${at(activityId)}/offerings`);
  }

  offering(activityId: string, offeringId: string): Promise<OfferingDetail> {
    return this.#http.request('GET', `${at(activityId)}/offerings/${part(offeringId)}`);
  }

  itinerary(activityId: string): Promise<{ offeringIds: string[] }> {
    return this.#http.request('GET', `${at(activityId)}/itinerary`);
  }

  star(activityId: string, offeringId: string): Promise<void> {
    return this.#http.command('PUT', `${at(activityId)}/itinerary/${part(offeringId)}`);
  }

  unstar(activityId: string, offeringId: string): Promise<void> {
    return this.#http.command('DELETE', `${at(activityId)}/itinerary/${part(offeringId)}`);
  }

  cart(activityId: string): Promise<Cart> {
    return this.#http.request('GET', `${at(activityId)}/cart`);
  }

  /** @throws ProblemError `offering.not_allowed` with `denials`. */
  addLine(activityId: string, offeringId: string): Promise<Cart> {
    return this.#http.request('PUT', `${at(activityId)}/cart/lines/${part(offeringId)}`);
  }

  removeLine(activityId: string, offeringId: string): Promise<Cart> {
    return this.#http.request('DELETE', `${at(activityId)}/cart/lines/${part(offeringId)}`);
  }

  cartSources(activityId: string): Promise<CartSource[]> {
    return this.#http.request('GET', `${at(activityId)}/cart/sources`);
  }

  addFromSource(activityId: string, kind: string): Promise<AddResult> {
    return this.#http.request('POST', `${at(activityId)}/cart/sources/${part(kind)}`);
  }

  /** Empties the draft, or gives an amendment up. */
  discardCart(activityId: string): Promise<Cart> {
    return this.#http.request('DELETE', `${at(activityId)}/cart`);
  }

  evaluations(activityId: string): Promise<EvaluationSummary[]> {
    return this.#http.request('GET', `${at(activityId)}/evaluations`);
  }

  evaluation(activityId: string, formKey: string, offeringId?: string | null): Promise<Evaluation> {
    return this.#http.request('GET', this.#evaluationPath(activityId, formKey, offeringId));
  }

  /** @throws ProblemError `evaluation.conflict` with `current` when another device answered meanwhile. */
  saveEvaluation(
    activityId: string,
    formKey: string,
    offeringId: string | null,
    body: { answers: Record<string, Answer>; version: number },
  ): Promise<EvaluationSaved> {
    return this.#http.request('PUT', this.#evaluationPath(activityId, formKey, offeringId), { body });
  }

  /**
   * @param idempotencyKey the same for every try of one press of the button, so that it counts once.
   * @throws ProblemError `claim.changed` (with `cart`), `claim.requirements_unmet` (with `requirements`), …
   */
  submit(
    activityId: string,
    idempotencyKey: string,
    body: { revision: number; isAttested: true; amounts?: Record<string, number> },
  ): Promise<Submission> {
    return this.#http.request('POST', `${at(activityId)}/claim/submit`, {
      body,
      headers: { 'idempotency-key': idempotencyKey },
    });
  }

  whyClaim(activityId: string): Promise<{ entries: WhyEntry[] }> {
    return this.#http.request('GET', `${at(activityId)}/claim/why`);
  }

  documents(activityId: string): Promise<DocumentsView> {
    return this.#http.request('GET', `${at(activityId)}/documents`);
  }

  generate(activityId: string, key: string, inputs?: Record<string, string>): Promise<CertificateView> {
    return this.#http.request('POST', `${at(activityId)}/documents/${part(key)}`, {
      body: inputs ? { inputs } : {},
    });
  }

  certificates(): Promise<CertificateView[]> {
    return this.#http.request('GET', '/certificates');
  }

  certificate(id: string): Promise<CertificateView> {
    return this.#http.request('GET', `/certificates/${part(id)}`);
  }

  verification(code: string): Promise<Verification> {
    return this.#http.request('GET', `/verifications/${part(code)}`, { asksToSignIn: false });
  }

  #evaluationPath(activityId: string, formKey: string, offeringId?: string | null): string {
    const query = offeringId ? `?offeringId=${part(offeringId)}` : '';
    return `${at(activityId)}/evaluations/${part(formKey)}${query}`;
  }
}
