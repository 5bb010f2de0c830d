import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { TenantDatabase } from '../database/tenant-database.js';
import { DomainError } from '../problem/domain-error.js';
import { SignInWays } from './sign-in-ways.service.js';
import type { SignInWay } from './sign-in-ways.js';
import { systemContext, type TenantContext } from './tenant-context.js';
import { TenantDirectory } from './tenant-directory.js';
import { TenantProfile } from './tenant-profile.entity.js';
import { Tenant } from './tenant.entity.js';

export interface NewTenant {
  /** Of the tenant that has this slug, or a new one. */
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly hosts: readonly string[];
}

/** A profile as it is written: secrets of the ways to sign in are readable, and sealed when stored. */
export type NewTenantProfile = Omit<TenantProfile, 'tenantId' | 'signIn'> & {
  readonly signIn?: readonly SignInWay[];
};

/** Tenants and how they look, as the operator writes them. */
@Injectable()
export class TenantProfilesService {
  constructor(
    private readonly database: TenantDatabase,
    private readonly directory: TenantDirectory,
    private readonly signInWays: SignInWays,
  ) {}

  /** The id of the tenant with this slug, whatever its status; null where there is none. */
  async idOf(slug: string): Promise<string | null> {
    const known = await this.database.platform((manager) => manager.findOneBy(Tenant, { slug }));
    return known?.id ?? null;
  }

  /**
   * Creates the tenant, or brings it to the given name and hosts. Once the transaction has committed, `changed` makes
   * this process see it.
   *
   * @throws DomainError `request.invalid` where another society lives at one of the hosts, or got the slug meanwhile
   */
  async saveTenant(manager: EntityManager, { id, slug, name, hosts }: NewTenant): Promise<void> {
    const wanted = hosts.map((host) => host.toLowerCase());
    // Host names are not unique by constraint, an array's members cannot be: two savers wait for each other.
    await manager.query(`select pg_advisory_xact_lock(hashtext('tenants.hosts'))`);
    const others: Tenant[] = await manager
      .createQueryBuilder(Tenant, 'tenant')
      .where('tenant.slug <> :slug and tenant.hosts && :wanted', { slug, wanted })
      .getMany();
    const [taken] = others;
    if (taken !== undefined) {
      throw new DomainError('request.invalid', {
        detail: `The society "${taken.slug}" already lives at one of these host names: ${wanted.join(', ')}.`,
      });
    }
    const known = await manager.findOneBy(Tenant, { slug });
    if (known !== null && known.id !== id) {
      throw new DomainError('request.invalid', {
        detail: `The society "${slug}" was created at this very moment. Please apply the file again.`,
      });
    }
    await manager.save(manager.create(Tenant, { ...known, id, slug, name, hosts: [...wanted] }));
  }

  /** Makes this process see at once what a committed transaction has changed; others see it within seconds. */
  changed(): void {
    this.directory.forget();
  }

  /** How the society looks and speaks, replaced whole; the ways to sign in stay when none are given. */
  async saveProfile(
    manager: EntityManager,
    context: TenantContext,
    profile: NewTenantProfile,
  ): Promise<void> {
    const signIn = await this.signInWays.toStore(manager, context, profile.signIn);
    await manager.upsert(TenantProfile, { ...profile, signIn, tenantId: context.tenant.id }, ['tenantId']);
  }

  /** @throws DomainError `tenant.unknown` while the society has no profile */
  async profileOf(manager: EntityManager, context: Pick<TenantContext, 'tenant'>): Promise<TenantProfile> {
    const profile = await manager.findOneBy(TenantProfile, { tenantId: context.tenant.id });
    if (profile === null) throw new DomainError('tenant.unknown');
    return profile;
  }

  /** @throws DomainError `tenant.unknown` */
  async operatorContext(slug: string, purpose: string): Promise<TenantContext> {
    const tenant = await this.directory.bySlug(slug);
    if (tenant === null) {
      const detail =
        (await this.idOf(slug)) === null
          ? `There is no society "${slug}".`
          : `The society "${slug}" is retired. \`tenant restore ${slug}\` undoes it.`;
      throw new DomainError('tenant.unknown', { detail });
    }
    return systemContext(tenant, purpose);
  }
}
