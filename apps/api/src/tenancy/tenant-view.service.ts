import { Injectable } from '@nestjs/common';
import { Activity } from '../catalogue/activity.entity.js';
import { TenantDatabase } from '../database/tenant-database.js';
import { DomainError } from '../problem/domain-error.js';
import type { TenantContext } from './tenant-context.js';
import { TenantProfile } from './tenant-profile.entity.js';
import type { TenantViewDto } from './tenant-view.dto.js';

/** What the portal needs to look and speak like the society. */
@Injectable()
export class TenantViewService {
  constructor(private readonly database: TenantDatabase) {}

  async read(context: TenantContext): Promise<TenantViewDto> {
    const { profile, activities } = await this.database.transaction(context, async (manager) => ({
      profile: await manager.findOneBy(TenantProfile, { tenantId: context.tenant.id }),
      activities: await manager.find(Activity, { order: { startsOn: 'DESC', code: 'ASC' } }),
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
      support: profile.support,
      activities: activities.map((activity) => ({
        id: activity.id,
        code: activity.code,
        title: activity.title,
        place: activity.place,
        startsOn: activity.startsOn.toString(),
        endsOn: activity.endsOn.toString(),
        timeZone: activity.timeZone ?? profile.timeZone,
        isOpen: activity.isOpen,
      })),
    };
  }
}
