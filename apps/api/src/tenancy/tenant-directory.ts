import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { ArrayContains } from 'typeorm';
import { Clock } from '../config/clock.js';
import { Environment } from '../config/environment.js';
import { TenantDatabase } from '../database/tenant-database.js';
import { DomainError } from '../problem/domain-error.js';
import { FairQueue } from './fair-queue.js';
import type { TenantIdentity } from './tenant-context.js';
import { Tenant } from './tenant.entity.js';

/** A change of a tenant's hosts or status is seen by every process within this time. */
const KNOWN_FOR_SECONDS = 30;
/** A host that is asked for before its tenant exists should not stay unknown for long. */
const UNKNOWN_FOR_SECONDS = 5;
/** Host names come from outside; the cache must not grow with what strangers send. */
const MOST_ENTRIES = 5_000;
/** How many names that nobody is known by are looked up; strangers make up as many as they like. */
const STRANGERS = { concurrency: 4, perKey: 4, waitingPerKey: 100 };
const RETRY_SECONDS = 2;

interface Remembered {
  tenant: TenantIdentity | null;
  untilMilliseconds: number;
}

/** Which tenant a host name or an id means. The only thing every request asks, so it is remembered briefly. */
@Injectable()
export class TenantDirectory implements OnApplicationBootstrap {
  private readonly remembered = new Map<string, Remembered>();
  private readonly strangers = new FairQueue(STRANGERS);

  constructor(
    private readonly database: TenantDatabase,
    private readonly environment: Environment,
    private readonly clock: Clock,
  ) {}

  /** Learns where every society lives before anybody asks: what is counted by society is counted rightly at once. */
  async onApplicationBootstrap(): Promise<void> {
    for (const tenant of await this.active()) {
      const names = [...this.suffixes().map((suffix) => `${tenant.slug}${suffix}`), ...tenant.hosts];
      for (const name of names) this.remember(`host ${name}`, identityOf(tenant));
    }
  }

  /**
   * @param host a host name as the browser sent it, without port
   * @returns null where no active tenant lives
   * @throws DomainError `service.busy` when too many unknown names are asked for at once
   */
  async byHost(host: string): Promise<TenantIdentity | null> {
    const name = hostName(host);
    if (name.length > 253 || !/^[a-z0-9.-]+$/.test(name)) return null;
    return this.recall(`host ${name}`, async () => {
      // A society is never kept waiting by strangers, however long ago it was last seen.
      return this.lastKnown(name) === null ? this.amongStrangers(() => this.find(name)) : this.find(name);
    });
  }

  /** The tenant last seen at a host, without asking the database: right but for the latest changes. */
  lastKnown(host: string): TenantIdentity | null {
    return this.remembered.get(`host ${hostName(host)}`)?.tenant ?? null;
  }

  /** @returns null for a tenant that is gone or suspended */
  async byId(id: string): Promise<TenantIdentity | null> {
    return this.recall(`id ${id}`, () =>
      this.database.platform((manager) => manager.findOneBy(Tenant, { id, status: 'active' })),
    );
  }

  /** @returns null for a tenant that is gone or suspended */
  async bySlug(slug: string): Promise<TenantIdentity | null> {
    return this.recall(`slug ${slug}`, () =>
      this.database.platform((manager) => manager.findOneBy(Tenant, { slug, status: 'active' })),
    );
  }

  /** Every active tenant, in the order of their addresses. */
  async all(): Promise<TenantIdentity[]> {
    return (await this.active()).map(identityOf);
  }

  /** As `all`, with those that are suspended. */
  async allEver(): Promise<TenantIdentity[]> {
    const tenants = await this.database.platform((manager) =>
      manager.find(Tenant, { order: { slug: 'ASC' } }),
    );
    return tenants.map(identityOf);
  }

  /** After a change made by this very process. */
  forget(): void {
    this.remembered.clear();
  }

  private find(name: string): Promise<Tenant | null> {
    const slug = this.slugIn(name);
    return this.database.platform((manager) =>
      manager.findOne(Tenant, {
        where: [
          ...(slug === null ? [] : [{ slug, status: 'active' as const }]),
          { hosts: ArrayContains([name]), status: 'active' as const },
        ],
      }),
    );
  }

  private async amongStrangers<T>(look: () => Promise<T>): Promise<T> {
    const { promise, resolve } = Promise.withResolvers<void>();
    const place = this.strangers.enter('', () => resolve());
    if (place === null) throw new DomainError('service.busy', { retryAfterSeconds: RETRY_SECONDS });
    try {
      await promise;
      return await look();
    } finally {
      place.leave();
    }
  }

  /** Makes room; names that strangers made up must not push out the societies. */
  private forgetStrangers(): void {
    for (const [key, { tenant }] of this.remembered) if (tenant === null) this.remembered.delete(key);
    if (this.remembered.size >= MOST_ENTRIES) this.remembered.clear();
  }

  private active(): Promise<Tenant[]> {
    return this.database.platform((manager) =>
      manager.find(Tenant, { where: { status: 'active' }, order: { slug: 'ASC' } }),
    );
  }

  /** What follows a tenant's slug in its default addresses. */
  private suffixes(): string[] {
    return ['.localhost', `.${this.environment.publicHost}`];
  }

  private slugIn(name: string): string | null {
    for (const suffix of this.suffixes()) {
      if (!name.endsWith(suffix)) continue;
      const label = name.slice(0, -suffix.length);
      if (label !== '' && !label.includes('.')) return label;
    }
    return null;
  }

  private async recall(key: string, load: () => Promise<Tenant | null>): Promise<TenantIdentity | null> {
    const now = this.clock.now().epochMilliseconds;
    const known = this.remembered.get(key);
    if (known !== undefined && known.untilMilliseconds > now) return known.tenant;

    const found = await load();
    const tenant = found === null ? null : identityOf(found);
    this.remember(key, tenant);
    return tenant;
  }

  private remember(key: string, tenant: TenantIdentity | null): void {
    if (this.remembered.size >= MOST_ENTRIES) this.forgetStrangers();
    const seconds = tenant === null ? UNKNOWN_FOR_SECONDS : KNOWN_FOR_SECONDS;
    const untilMilliseconds = this.clock.now().epochMilliseconds + seconds * 1000;
    this.remembered.set(key, { tenant, untilMilliseconds });
  }
}

/** A host name in the one way in which it is compared; `A.example.` and `a.example` are the same. */
export const hostName = (host: string): string => host.toLowerCase().replace(/\.$/, '');

const identityOf = ({ id, slug, name }: Tenant): TenantIdentity => Object.freeze({ id, slug, name });
