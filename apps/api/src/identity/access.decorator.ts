import { SetMetadata, applyDecorators } from '@nestjs/common';
import { ApiCookieAuth } from '@nestjs/swagger';
import type { StaffRole } from './staff-roles.js';

/** Who may call a route. A route that says nothing is closed. */
export type Access =
  | { readonly kind: 'public' }
  | { readonly kind: 'platform' }
  | { readonly kind: 'learner' }
  | { readonly kind: 'staff'; readonly roles: readonly StaffRole[] }
  | { readonly kind: 'api-key'; readonly scope: string };

export const ACCESS = 'laurel:access';

const allow = (access: Access) => SetMetadata(ACCESS, access);

/** Anyone at a tenant's host. */
export const Public = () => allow({ kind: 'public' });

/** Anyone at any host, without a tenant: health, metrics. Never for what belongs to a tenant. */
export const WithoutTenant = () => allow({ kind: 'platform' });

/** Signed-in learners. Where the route has `:activityId`, another activity than the learner's own is a 404. */
export const ForLearners = () => applyDecorators(allow({ kind: 'learner' }), ApiCookieAuth('learner'));

/** Signed-in staff in one of the roles. An owner may do all that anyone may. */
export const ForStaff = (...roles: StaffRole[]) =>
  applyDecorators(allow({ kind: 'staff', roles }), ApiCookieAuth('staff'));

/** Outside systems with a key of this scope; where the route has `:plugin`, of the scope `<scope>:<plugin>`. */
export const ForApiKeys = (scope: string) => allow({ kind: 'api-key', scope });
