import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { TenantDatabase } from '../database/tenant-database.js';
import { DomainError } from '../problem/domain-error.js';
import { SignInWays } from './sign-in-ways.service.js';
import type { SignInWay } from './sign-in-ways.js';
import { systemContext, type TenantContext, type TenantIdentity } from './tenant-context.js';
import { TenantDirectory } from './tenant-directory.js';
import { TenantProfile } from './tenant-profile.entity.js';
import { Tenant } from './tenant.entity.js';

export interface NewTenant {
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

  /** Creates the tenant, or brings the one with this slug to the given name and hosts. */
  async saveTenant({ slug, name, hosts }: NewTenant): Promise<TenantIdentity> {
    const wanted = hosts.map((host) => host.toLowerCase());
    const tenant = await this.database.platform(async (manager) => {
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
      return manager.save(
        manager.create(Tenant, { ...known, id: known?.id ?? uuid(), slug, name, hosts: [...wanted] }),
      );
    });
    this.directory.forget();
    return { id: tenant.id, slug: tenant.slug, name: tenant.name };
  }

  /** How the society looks and speaks, replaced whole; the ways to sign in stay when none are given. */
  async saveProfile(context: TenantContext, profile: NewTenantProfile): Promise<void> {
    await this.database.transaction(context, async (manager) => {
      const signIn = await this.signInWays.toStore(manager, context, profile.signIn);
      await manager.upsert(TenantProfile, { ...profile, signIn, tenantId: context.tenant.id }, ['tenantId']);
    });
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
    if (tenant === null)
      throw new DomainError('tenant.unknown', { detail: `There is no society "${slug}".` });
    return systemContext(tenant, purpose);
  }
}
