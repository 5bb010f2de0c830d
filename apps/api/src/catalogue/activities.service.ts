import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { isSameJson } from '../database/same-json.js';
import { DomainError } from '../problem/domain-error.js';
import type { TenantContext } from '../tenancy/tenant-context.js';
import { Activity } from './activity.entity.js';
import { Course } from './course.entity.js';
import { CreditType } from './credit-type.entity.js';

export type NewActivity = Omit<
  Activity,
  'tenantId' | 'id' | 'programmeRevision' | 'createdAt' | 'isOpen' | 'enrolment' | 'retiredAt'
> &
  Partial<Pick<Activity, 'enrolment'>>;
export type NewCourse = Omit<Course, 'tenantId' | 'id' | 'activityId' | 'position'>;
export type NewCreditType = Omit<CreditType, 'tenantId' | 'position'>;

/** Activities and credit types, as staff and the operator write them. */
@Injectable()
export class ActivitiesService {
  /** Creates or replaces these credit types, in this order. Others stay, since claims may name them. */
  async saveCreditTypes(
    manager: EntityManager,
    context: TenantContext,
    creditTypes: readonly NewCreditType[],
  ): Promise<void> {
    const rows = creditTypes.map((type, position) => ({ ...type, tenantId: context.tenant.id, position }));
    if (rows.length > 0) await manager.upsert(CreditType, rows, ['tenantId', 'key']);
  }

  /**
   * Creates the activity, or brings the one with this code to what is given. Its id stays, and so does its
   * programme's revision when nothing changes: every cache would be empty for nothing.
   */
  async save(manager: EntityManager, context: TenantContext, activity: NewActivity): Promise<Activity> {
    const tenantId = context.tenant.id;
    const known = await manager.findOneBy(Activity, { tenantId, code: activity.code });
    const saved = manager.create(Activity, { ...known, ...activity, tenantId, id: known?.id ?? uuid() });
    if (known !== null && isSameJson(known, saved)) return known;
    saved.programmeRevision = (known?.programmeRevision ?? 0) + 1;
    return manager.save(saved);
  }

  /** Creates or replaces these courses of an activity, in this order. Others stay, since topics may belong to them. */
  async saveCourses(
    manager: EntityManager,
    context: TenantContext,
    activityId: string,
    courses: readonly NewCourse[],
  ): Promise<void> {
    const tenantId = context.tenant.id;
    const known = await this.coursesOf(manager, context, activityId);
    const ids = new Map(known.map(({ code, id }) => [code, id]));
    const rows = courses.map((course, position) => ({
      ...course,
      tenantId,
      activityId,
      id: ids.get(course.code) ?? uuid(),
      position,
    }));
    if (rows.length > 0) await manager.upsert(Course, rows, ['tenantId', 'activityId', 'code']);
  }

  async coursesOf(
    manager: EntityManager,
    context: Pick<TenantContext, 'tenant'>,
    activityId: string,
  ): Promise<Course[]> {
    return manager.find(Course, {
      where: { tenantId: context.tenant.id, activityId },
      order: { position: 'ASC', code: 'ASC' },
    });
  }

  /**
   * One activity of the tenant. `keep` holds it as it is until the transaction ends, its programme included:
   * an import waits.
   *
   * @throws DomainError `not_found`
   */
  async find(manager: EntityManager, context: TenantContext, id: string, keep?: 'keep'): Promise<Activity> {
    const activity = await manager.findOne(Activity, {
      where: { tenantId: context.tenant.id, id },
      ...(keep === undefined ? {} : { lock: { mode: 'pessimistic_read' } }),
    });
    if (activity === null) throw new DomainError('not_found', { detail: 'There is no such activity.' });
    return activity;
  }

  async byCode(manager: EntityManager, context: TenantContext, code: string): Promise<Activity | null> {
    return manager.findOneBy(Activity, { tenantId: context.tenant.id, code });
  }
}
