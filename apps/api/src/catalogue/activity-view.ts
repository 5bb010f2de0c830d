import type { ActivityView, TenantView } from '@laurel/plugin-kit';
import type { TenantIdentity } from '../tenancy/tenant-context.js';
import type { Activity } from './activity.entity.js';
import type { Course } from './course.entity.js';

/** What plugins are told of how the society presents itself. */
interface Profile {
  readonly displayName: string;
  readonly timeZone: string;
}

/** The society as plugins see it. */
export const tenantViewOf = (tenant: TenantIdentity, profile: Profile): TenantView =>
  Object.freeze({ id: tenant.id, slug: tenant.slug, name: profile.displayName, timeZone: profile.timeZone });

/** An activity as plugins see it, without a learner. */
export const activityViewOf = (
  activity: Activity,
  courses: readonly Course[],
  profile: Profile,
): ActivityView =>
  Object.freeze({
    id: activity.id,
    code: activity.code,
    title: activity.title,
    kind: activity.kind,
    basis: activity.basis,
    courses: Object.freeze(
      courses.map(({ id, code, title, learningFormat, parsId }) =>
        Object.freeze({ id, code, title, learningFormat, parsId }),
      ),
    ),
    learningFormat: activity.learningFormat,
    place: activity.place,
    startsOn: activity.startsOn,
    endsOn: activity.endsOn,
    timeZone: activity.timeZone ?? profile.timeZone,
    parsId: activity.parsId,
    maxima: Object.freeze({ ...activity.maxima }),
  });
