import type { ActivityView, TenantView } from '@laurel/plugin-kit';
import type { TenantIdentity } from '../tenancy/tenant-context.js';
import type { TenantProfile } from '../tenancy/tenant-profile.entity.js';
import type { Activity } from './activity.entity.js';

/** The society as plugins see it. */
export const tenantViewOf = (tenant: TenantIdentity, profile: TenantProfile): TenantView =>
  Object.freeze({ id: tenant.id, slug: tenant.slug, name: profile.displayName, timeZone: profile.timeZone });

/** An activity as plugins see it, without a learner. */
export const activityViewOf = (activity: Activity, profile: TenantProfile): ActivityView =>
  Object.freeze({
    id: activity.id,
    code: activity.code,
    title: activity.title,
    kind: activity.kind,
    learningFormat: activity.learningFormat,
    place: activity.place,
    startsOn: activity.startsOn,
    endsOn: activity.endsOn,
    timeZone: activity.timeZone ?? profile.timeZone,
    parsId: activity.parsId,
    maxima: Object.freeze({ ...activity.maxima }),
  });
