import type { ConfigReference, ReferenceKind } from '@laurel/plugin-kit';
import type { EntityManager } from 'typeorm';
import { KNOWN_PROFESSIONS } from '../../catalogue/importers/profession.js';
import type { TenantContext } from '../../tenancy/tenant-context.js';

/** What a configuration may name in an activity, by the kind of name. */
export type KnownNames = Readonly<Record<ReferenceKind, readonly string[]>>;

/** Those that the programme brings, as several people typed it: letter case does not matter. */
const OF_THE_PROGRAMME: ReadonlySet<ReferenceKind> = new Set(['category', 'type', 'track']);

const WORDS: Readonly<Record<ReferenceKind, string>> = {
  'credit-type': 'credit type',
  form: 'evaluation form',
  template: 'certificate template',
  profession: 'profession',
  category: 'category of sessions',
  type: 'type of sessions',
  track: 'track of sessions',
};

/**
 * The names there are. Professions are those that Laurel knows, those that the society says it has, and those of
 * its learners.
 */
export const findKnownNames = async (
  manager: EntityManager,
  { tenant }: Pick<TenantContext, 'tenant'>,
  activityId: string | null,
): Promise<KnownNames> => {
  const [row] = await manager.query<Record<ReferenceKind, string[]>[]>(
    `select
       array(select key from credit_types where tenant_id = $1 order by position, key) as "credit-type",
       array(select key from evaluation_forms where tenant_id = $1 and activity_id = $2 order by key) as form,
       array(select distinct key from certificate_templates where tenant_id = $1 order by key) as template,
       array(select unnest(professions) from tenant_profiles where tenant_id = $1
             union select profession from learners where tenant_id = $1) as profession,
       array(select distinct category from offerings
             where tenant_id = $1 and activity_id = $2 and category <> '' order by 1) as category,
       array(select distinct type from offerings
             where tenant_id = $1 and activity_id = $2 and type <> '' order by 1) as type,
       array(select distinct track from offerings
             where tenant_id = $1 and activity_id = $2 and track <> '' order by 1) as track`,
    [tenant.id, activityId],
  );
  if (row === undefined) throw new Error('A statement without a table answers one row');
  return { ...row, profession: [...new Set([...KNOWN_PROFESSIONS, ...row.profession])] };
};

/** Why a name cannot stay, in a sentence with those there are; `null` when it is one of them. */
export const unknownName = (
  known: KnownNames,
  { kind, name }: Pick<ConfigReference, 'kind' | 'name'>,
): string | null => {
  const there = known[kind];
  if (OF_THE_PROGRAMME.has(kind)) {
    // The rules are often written before the programme is imported.
    if (there.length === 0 || there.some((one) => fold(one) === fold(name))) return null;
  } else if (there.includes(name)) {
    return null;
  }
  const others = there.length === 0 ? 'There is none yet.' : `There are: ${there.join(', ')}.`;
  return `There is no ${WORDS[kind]} "${name}". ${others}`;
};

const fold = (text: string): string => text.trim().toLowerCase();
