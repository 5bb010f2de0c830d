import type { EntityManager } from 'typeorm';
import type { TenantContext } from '../tenancy/tenant-context.js';

/** What a tenant file can change of a society, as it stands. Workflows are told apart by `workflowOf`. */
export interface TenantState {
  readonly activities: Readonly<Record<string, object>>;
}

interface StoredState {
  readonly state: TenantState & { readonly activityIds: Readonly<Record<string, string>> };
}

/**
 * @param workflowOf the steps of an activity that may be told, by plugin
 * @returns null where there is no such society yet
 */
export const readTenantState = async (
  manager: EntityManager,
  { tenant }: TenantContext,
  workflowOf: (activityId: string) => Promise<object>,
): Promise<TenantState | null> => {
  const [row] = await manager.query<StoredState[]>(STATE, [tenant.id]);
  if (row === undefined) return null;
  const { activityIds, ...state } = row.state;
  const activities: Record<string, object> = {};
  for (const [code, id] of Object.entries(activityIds)) {
    activities[code] = { ...state.activities[code], workflow: await workflowOf(id) };
  }
  return { ...state, activities };
};

const OWN = `- '{tenant_id,id,activity_id,created_at,programme_revision,position,key,code}'::text[]`;

const STATE = `
  select jsonb_build_object(
    'name', t.name, 'hosts', to_jsonb(t.hosts),
    'profile', (select to_jsonb(p) ${OWN} from tenant_profiles p where p.tenant_id = $1),
    'creditTypes', (select coalesce(jsonb_object_agg(c.key, to_jsonb(c) ${OWN}), '{}')
                    from credit_types c where c.tenant_id = $1),
    'templates', (select coalesce(jsonb_object_agg(c.key, to_jsonb(c) ${OWN}), '{}')
                  from (select distinct on (key) * from certificate_templates where tenant_id = $1
                        order by key, revision desc) c),
    'activityIds', (select coalesce(jsonb_object_agg(a.code, a.id), '{}') from activities a where a.tenant_id = $1),
    'activities', (select coalesce(jsonb_object_agg(a.code, to_jsonb(a) ${OWN} || jsonb_build_object(
        'courses', (select coalesce(jsonb_object_agg(c.code, to_jsonb(c) ${OWN}), '{}')
                    from courses c where c.tenant_id = $1 and c.activity_id = a.id),
        'forms', (select coalesce(jsonb_object_agg(f.key, to_jsonb(f) ${OWN}), '{}')
                  from evaluation_forms f where f.tenant_id = $1 and f.activity_id = a.id))), '{}')
      from activities a where a.tenant_id = $1)
  ) as state
  from tenants t where t.id = $1`;
