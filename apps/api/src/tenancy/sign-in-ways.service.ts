import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { TenantDatabase } from '../database/tenant-database.js';
import { DomainError } from '../problem/domain-error.js';
import { Sealing } from '../sealing/sealing.js';
import type { OidcWay, SignInWay, SignInWayKind } from './sign-in-ways.js';
import type { TenantContext } from './tenant-context.js';
import { TenantProfile } from './tenant-profile.entity.js';

/** What a society without any wish gets. */
const DEFAULT_WAYS: readonly SignInWay[] = [{ kind: 'badge' }];

/** Which ways to sign in a society has. A way it does not have does not exist. */
@Injectable()
export class SignInWays {
  constructor(
    private readonly database: TenantDatabase,
    private readonly sealing: Sealing,
  ) {}

  /** @throws DomainError `not_found` where the society has no such way */
  async require<K extends SignInWayKind>(
    context: Pick<TenantContext, 'tenant'>,
    kind: K,
  ): Promise<Extract<SignInWay, { kind: K }>> {
    return this.database.transaction(context, (manager) => this.requireIn(manager, context, kind));
  }

  /** @throws DomainError `not_found` where the society has no such way */
  async requireIn<K extends SignInWayKind>(
    manager: EntityManager,
    context: Pick<TenantContext, 'tenant'>,
    kind: K,
  ): Promise<Extract<SignInWay, { kind: K }>> {
    const ways = await this.stored(manager, context);
    const found = ways.find((way): way is Extract<SignInWay, { kind: K }> => way.kind === kind);
    if (found === undefined) throw new DomainError('not_found');
    return found;
  }

  /** The client secret of the society's provider, readable; null for a public client. */
  clientSecretOf(context: Pick<TenantContext, 'tenant'>, way: OidcWay): string | null {
    const sealed = way.clientSecret ?? null;
    return sealed === null ? null : this.sealing.open(context, sealed);
  }

  /**
   * What to store for the ways an operator wrote, secrets sealed. Without any the stored ones stay, and so does the
   * secret of a provider that is named again without one.
   */
  async toStore(
    manager: EntityManager,
    context: Pick<TenantContext, 'tenant'>,
    written: readonly SignInWay[] | undefined,
  ): Promise<SignInWay[]> {
    const stored = await this.stored(manager, context);
    if (written === undefined) return [...stored];
    return written.map((way) => {
      if (way.kind !== 'oidc') return { ...way };
      const { clientSecret, ...rest } = way;
      if (clientSecret === null) return rest;
      if (clientSecret !== undefined)
        return { ...rest, clientSecret: this.sealing.seal(context, clientSecret) };
      const before = stored.find(
        (other): other is OidcWay =>
          other.kind === 'oidc' && other.issuer === way.issuer && other.clientId === way.clientId,
      );
      const kept = before?.clientSecret ?? null;
      return kept === null ? rest : { ...rest, clientSecret: kept };
    });
  }

  private async stored(
    manager: EntityManager,
    { tenant }: Pick<TenantContext, 'tenant'>,
  ): Promise<readonly SignInWay[]> {
    const profile = await manager.findOne(TenantProfile, {
      where: { tenantId: tenant.id },
      select: { tenantId: true, signIn: true },
    });
    return profile?.signIn ?? DEFAULT_WAYS;
  }
}
