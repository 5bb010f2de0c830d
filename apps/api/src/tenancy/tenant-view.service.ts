import { Injectable } from '@nestjs/common';
import { TenantDatabase } from '../database/tenant-database.js';
import { DomainError } from '../problem/domain-error.js';
import type { SignInWay } from './sign-in-ways.js';
import type { TenantContext } from './tenant-context.js';
import { TenantProfile } from './tenant-profile.entity.js';
import type { SignInWayDto, TenantActivityDto, TenantViewDto } from './tenant-view.dto.js';

/** What the portal needs to look and speak like the society. */
@Injectable()
export class TenantViewService {
  constructor(private readonly database: TenantDatabase) {}

  async read(context: TenantContext): Promise<TenantViewDto> {
    const tenantId = context.tenant.id;
    const { profile, activities } = await this.database.transaction(context, async (manager) => ({
      profile: await manager.findOneBy(TenantProfile, { tenantId }),
      activities: await manager.query<TenantActivityDto[]>(ACTIVITIES, [tenantId]),
    }));
    if (profile === null) throw new DomainError('tenant.unknown');
    return {
      slug: context.tenant.slug,
      name: profile.displayName,
      shortName: profile.shortName,
      language: profile.language,
      timeZone: profile.timeZone,
      theme: profile.theme,
      wording: profile.wording,
      layout: profile.layout,
      support: profile.support,
      signIn: profile.signIn.map(signInView),
      activities,
    };
  }
}

/** Field by field: whatever else a way holds is nobody's to see. */
const signInView = (way: SignInWay): SignInWayDto => ({
  kind: way.kind,
  title: way.title ?? null,
  label: way.kind === 'oidc' ? way.label : null,
  lastNameLabel: way.kind === 'badge' ? (way.lastNameLabel ?? null) : null,
  badgeLabel: way.kind === 'badge' ? (way.badgeLabel ?? null) : null,
  isLastNameFirst: way.kind === 'badge' && way.isLastNameFirst === true,
  usernameLabel: way.kind === 'password' ? (way.usernameLabel ?? null) : null,
  passwordLabel: way.kind === 'password' ? (way.passwordLabel ?? null) : null,
});

/** Of the activities only what a visitor may see. */
const ACTIVITIES = `
  select a.id, a.code, a.title, a.place, a.starts_on::text as "startsOn", a.ends_on::text as "endsOn",
    coalesce(a.time_zone, p.time_zone) as "timeZone", a.is_open as "isOpen", a.basis
  from activities a
  join tenant_profiles p on p.tenant_id = a.tenant_id
  where a.tenant_id = $1 and a.retired_at is null
  order by a.starts_on desc, a.code`;
