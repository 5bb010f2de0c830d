import type { StaffRole } from '../identity/staff-roles.js';

export interface TenantIdentity {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
}

/** On whose behalf something is done. */
export type Actor =
  | { readonly kind: 'visitor' }
  | {
      readonly kind: 'learner';
      readonly learnerId: string;
      readonly registrationId: string;
      readonly activityId: string;
      readonly signInId: string;
    }
  | {
      readonly kind: 'staff';
      readonly staffMemberId: string;
      readonly accountId: string;
      readonly role: StaffRole;
      readonly signInId: string;
    }
  | { readonly kind: 'api-key'; readonly apiKeyId: string; readonly scopes: readonly string[] }
  | { readonly kind: 'system'; readonly purpose: string };

/** The explicit first argument of every service: which tenant, and who asks. Immutable. */
export interface TenantContext<A extends Actor = Actor> {
  readonly tenant: TenantIdentity;
  readonly actor: A;
}
export type LearnerContext = TenantContext<Extract<Actor, { kind: 'learner' }>>;
/**
 * Whose claim a decision is about, whoever asks: a learner's own context is one, and staff act with one that names
 * the learner. `registrationId` is `null` when the learner is not registered any more.
 */
export type ClaimantContext = Pick<TenantContext, 'tenant'> & {
  readonly actor: Pick<LearnerContext['actor'], 'learnerId' | 'activityId'> & {
    readonly registrationId: string | null;
  };
};
export type StaffContext = TenantContext<Extract<Actor, { kind: 'staff' }>>;

/** A context for work the platform does by itself, such as a job. */
export const systemContext = (tenant: TenantIdentity, purpose: string): TenantContext =>
  Object.freeze({ tenant, actor: Object.freeze({ kind: 'system', purpose }) });
