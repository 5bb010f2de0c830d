import { Injectable } from '@nestjs/common';
import {
  type Configuration,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  calculatePKCECodeChallenge,
  fetchUserInfo,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
} from 'openid-client';
import { TenantDatabase } from '../../database/tenant-database.js';
import { type IdentifiedPerson, LearnerIdentities } from '../../learners/learner-identities.service.js';
import { DomainError } from '../../problem/domain-error.js';
import { SignInWays } from '../../tenancy/sign-in-ways.service.js';
import type { OidcWay } from '../../tenancy/sign-in-ways.js';
import type { TenantContext } from '../../tenancy/tenant-context.js';
import { admit, findOpenEnrolment } from '../admissions.js';
import { type OpenedSignIn, SignInsService } from '../sign-ins.service.js';
import { IdentityProviders } from './identity-providers.js';
import { type Claims, isIncomplete, personOf } from './oidc-person.js';
import type { OidcTransaction } from './oidc-transaction.js';

/** Sign-in at the society's own identity provider: authorization code with PKCE, state and nonce. */
@Injectable()
export class OidcSignInService {
  constructor(
    private readonly database: TenantDatabase,
    private readonly ways: SignInWays,
    private readonly providers: IdentityProviders,
    private readonly identities: LearnerIdentities,
    private readonly signIns: SignInsService,
  ) {}

  /**
   * Where to send the browser, and what it must bring back.
   *
   * @param prompt lets the provider ask who it is, even of somebody it knows
   * @throws DomainError `not_found` where the society has no provider; what `openid-client` throws while it is away
   */
  async begin(
    context: TenantContext,
    wish: Pick<OidcTransaction, 'redirectUri' | 'returnTo' | 'activityId'>,
    prompt?: 'login',
  ): Promise<{ url: URL; transaction: OidcTransaction }> {
    const way = await this.ways.require(context, 'oidc');
    const provider = await this.providers.of(context, way);
    const transaction: OidcTransaction = {
      ...wish,
      state: randomState(),
      nonce: randomNonce(),
      codeVerifier: randomPKCECodeVerifier(),
      issuer: way.issuer,
      clientId: way.clientId,
    };
    const url = buildAuthorizationUrl(provider, {
      redirect_uri: transaction.redirectUri,
      scope: `openid ${way.scopes ?? 'profile email'}`,
      state: transaction.state,
      nonce: transaction.nonce,
      code_challenge: await calculatePKCECodeChallenge(transaction.codeVerifier),
      code_challenge_method: 'S256',
      ...(prompt && { prompt }),
    });
    return { url, transaction };
  }

  /**
   * Takes the provider's answer and signs the learner in.
   *
   * @param answer the query of the callback
   * @throws DomainError `sign_in.not_registered`; what `openid-client` throws for an answer that is not the provider's
   *   to this transaction
   */
  async finish(
    context: TenantContext,
    transaction: OidcTransaction,
    answer: URLSearchParams,
  ): Promise<OpenedSignIn> {
    const way = await this.ways.require(context, 'oidc');
    // Meanwhile the society may have gone to another provider; the answer is not that one's.
    if (way.issuer !== transaction.issuer || way.clientId !== transaction.clientId) {
      throw new DomainError('not_found');
    }
    const provider = await this.providers.of(context, way);
    const url = new URL(transaction.redirectUri);
    url.search = answer.toString();
    const tokens = await authorizationCodeGrant(provider, url, {
      expectedState: transaction.state,
      expectedNonce: transaction.nonce,
      pkceCodeVerifier: transaction.codeVerifier,
      idTokenExpected: true,
    });
    const claims = tokens.claims();
    if (claims === undefined) throw new Error('The library took an answer without an ID token');
    const all = await this.completed(provider, way, claims, tokens.access_token);
    // The issuer as the provider itself states it, which the library has compared with the configured one.
    return this.arrive(context, personOf(all, way, claims.iss, claims.sub), transaction.activityId);
  }

  /** The ID token's claims, and what only the userinfo endpoint tells. */
  private async completed(
    provider: Configuration,
    way: OidcWay,
    claims: Claims & { sub: string },
    accessToken: string,
  ): Promise<Claims> {
    if (!isIncomplete(claims, way) || provider.serverMetadata().userinfo_endpoint === undefined)
      return claims;
    return { ...(await fetchUserInfo(provider, accessToken, claims.sub)), ...claims };
  }

  private async arrive(
    context: TenantContext,
    person: IdentifiedPerson,
    wantedActivityId: string | null,
  ): Promise<OpenedSignIn> {
    const activityId = wantedActivityId ?? undefined;
    return this.database.transaction(context, async (manager) => {
      const known = await this.identities.find(manager, context, person);
      if (known === null && (await findOpenEnrolment(manager, context, activityId)) === null) {
        throw new DomainError('sign_in.not_registered');
      }
      const learnerId = known ?? (await this.identities.create(manager, context, person));
      const admission = await admit(manager, context, learnerId, activityId);
      if (admission === null) throw new DomainError('sign_in.not_registered');
      return this.signIns.open(manager, context, { learnerId, ...admission, way: 'oidc' });
    });
  }
}
