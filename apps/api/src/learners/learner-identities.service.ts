import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';
import type { TenantContext } from '../tenancy/tenant-context.js';
import { displayName } from './display-name.js';

/** A person as an identity provider describes them. */
export interface IdentifiedPerson {
  issuer: string;
  subject: string;
  /** The society's own number for them. */
  memberNumber: string | null;
  /** Lower case, and only when the provider says that it is verified. */
  verifiedEmail: string | null;
  firstName: string;
  lastName: string;
}

/** Which learner somebody is whom an identity provider sends: always the same one, however they came first. */
@Injectable()
export class LearnerIdentities {
  /**
   * The learner, linked from now on. At the first arrival the member number says who it is; without one a verified
   * e-mail address does, if exactly one learner has it and nothing speaks against it.
   *
   * @returns null for somebody the society does not know; then no other first arrival goes on before this transaction
   *   ends, so that two at once never make two learners
   */
  async find(
    manager: EntityManager,
    context: Pick<TenantContext, 'tenant'>,
    person: IdentifiedPerson,
  ): Promise<string | null> {
    const known = await linked(manager, context, person);
    if (known !== null) return known;
    await manager.query(`select pg_advisory_xact_lock(hashtextextended('first arrival ' || $1, 0))`, [
      context.tenant.id,
    ]);
    const meanwhile = await linked(manager, context, person);
    if (meanwhile !== null) return meanwhile;
    const found =
      (await byMemberNumber(manager, context, person)) ?? (await byEmail(manager, context, person));
    if (found !== null) await link(manager, context, person, found);
    return found;
  }

  /** A learner whom the society did not know before. Only after `find` said so, in the same transaction. */
  async create(
    manager: EntityManager,
    context: Pick<TenantContext, 'tenant'>,
    person: IdentifiedPerson,
  ): Promise<string> {
    const id = uuid();
    const { firstName, lastName, verifiedEmail, memberNumber } = person;
    await manager.query(
      `insert into learners (tenant_id, id, first_name, last_name, display_name, profession, email, member_number)
       values ($1, $2, $3, $4, $5, 'other', $6, $7)`,
      [
        context.tenant.id,
        id,
        firstName,
        lastName,
        displayName(firstName, lastName),
        verifiedEmail,
        memberNumber,
      ],
    );
    await link(manager, context, person, id);
    return id;
  }
}

type Tenant = Pick<TenantContext, 'tenant'>;

async function linked(manager: EntityManager, { tenant }: Tenant, person: IdentifiedPerson) {
  const [row] = await manager.query<{ learner_id: string }[]>(
    `select learner_id from learner_identities where tenant_id = $1 and issuer = $2 and subject = $3`,
    [tenant.id, person.issuer, person.subject],
  );
  return row?.learner_id ?? null;
}

/**
 * The oldest where a list once made two of one member, as imports decide too; never one who comes from the same
 * provider as somebody else.
 */
async function byMemberNumber(
  manager: EntityManager,
  { tenant }: Tenant,
  { memberNumber, issuer }: IdentifiedPerson,
) {
  if (memberNumber === null) return null;
  const [row] = await manager.query<{ id: string; is_possible: boolean }[]>(
    `select l.id,
       not exists (
         select from learner_identities i
         where i.tenant_id = l.tenant_id and i.learner_id = l.id and i.issuer = $3
       ) as is_possible
     from learners l
     where l.tenant_id = $1 and l.member_number = $2
     order by l.created_at, l.id
     limit 1`,
    [tenant.id, memberNumber, issuer],
  );
  return row?.is_possible === true ? row.id : null;
}

/**
 * Offices and couples share addresses: nobody is taken for a learner who has another member number, or who comes from
 * the same provider as somebody else.
 */
async function byEmail(manager: EntityManager, { tenant }: Tenant, person: IdentifiedPerson) {
  if (person.verifiedEmail === null) return null;
  const rows = await manager.query<{ id: string; is_possible: boolean }[]>(
    `select l.id,
       (l.member_number is null or $3::text is null)
       and not exists (
         select from learner_identities i
         where i.tenant_id = l.tenant_id and i.learner_id = l.id and i.issuer = $4
       ) as is_possible
     from learners l
     where l.tenant_id = $1 and l.email = $2
     limit 2`,
    [tenant.id, person.verifiedEmail, person.memberNumber, person.issuer],
  );
  const [only, another] = rows;
  return only?.is_possible === true && another === undefined ? only.id : null;
}

async function link(manager: EntityManager, { tenant }: Tenant, person: IdentifiedPerson, learnerId: string) {
  await manager.query(
    `insert into learner_identities (tenant_id, issuer, subject, learner_id) values ($1, $2, $3, $4)`,
    [tenant.id, person.issuer, person.subject, learnerId],
  );
  await manager.query(
    `update learners set member_number = coalesce(member_number, $3), email = coalesce(email, $4)
     where tenant_id = $1 and id = $2 and (member_number is null or email is null)`,
    [tenant.id, learnerId, person.memberNumber, person.verifiedEmail],
  );
}
