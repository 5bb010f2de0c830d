import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { TenantDatabase } from '../database/tenant-database.js';
import { DomainError } from '../problem/domain-error.js';
import type { SignInWayKind } from '../tenancy/sign-in-ways.js';
import type { LearnerContext, TenantContext } from '../tenancy/tenant-context.js';
import type { SessionDto, UpdateProfileDto } from './session.dto.js';

interface SessionRow {
  csrf_token: string;
  expires_at: Date;
  learner_id: string;
  display_name: string;
  first_name: string;
  last_name: string;
  credentials: string;
  profession: string;
  email: string | null;
  identifiers: Record<string, string>;
  way: SignInWayKind | null;
  badge: string | null;
  tier: string | null;
  activity_id: string;
  code: string;
  title: string;
  place: string | null;
  starts_on: string;
  ends_on: string;
  time_zone: string;
  learning_format: string;
  basis: 'attended' | 'earned';
}

/** What a signed-in learner's browser is told about whom it belongs to. */
@Injectable()
export class SessionsService {
  constructor(private readonly database: TenantDatabase) {}

  async read(context: TenantContext, signInId: string): Promise<SessionDto> {
    return this.database.transaction(context, (manager) => readSession(manager, context, signInId));
  }

  /** Changes the name and credentials as they will stand on certificates issued from now on. */
  async updateProfile(context: LearnerContext, changes: UpdateProfileDto): Promise<SessionDto> {
    return this.database.transaction(context, async (manager) => {
      await manager.query(
        `update learners set display_name = coalesce($3, display_name), credentials = coalesce($4, credentials)
         where tenant_id = $1 and id = $2`,
        [
          context.tenant.id,
          context.actor.learnerId,
          changes.displayName === undefined ? null : tidy(changes.displayName),
          changes.credentials === undefined ? null : tidy(changes.credentials),
        ],
      );
      return readSession(manager, context, context.actor.signInId);
    });
  }
}

const tidy = (text: string) => text.toWellFormed().normalize('NFC').replace(/\s+/gu, ' ').trim();

/** One statement over everything the portal needs first; sign-in and reload wait for nothing else. */
async function readSession(
  manager: EntityManager,
  { tenant }: TenantContext,
  signInId: string,
): Promise<SessionDto> {
  const [row] = await manager.query<SessionRow[]>(
    `select s.csrf_token, s.expires_at, s.way,
       l.id as learner_id, l.display_name, l.first_name, l.last_name, l.credentials, l.profession, l.email, l.identifiers,
       r.badge, r.tier,
       a.id as activity_id, a.code, a.title, a.place, a.starts_on::text, a.ends_on::text, a.learning_format, a.basis,
       coalesce(a.time_zone, p.time_zone, 'UTC') as time_zone
     from sign_ins s
     join learners l on l.tenant_id = s.tenant_id and l.id = s.learner_id
     join registrations r on r.tenant_id = s.tenant_id and r.id = s.registration_id
     join activities a on a.tenant_id = s.tenant_id and a.id = s.activity_id
     left join tenant_profiles p on p.tenant_id = s.tenant_id
     where s.tenant_id = $1 and s.id = $2`,
    [tenant.id, signInId],
  );
  if (row === undefined) throw new DomainError('sign_in.required');
  return {
    csrfToken: row.csrf_token,
    expiresAt: row.expires_at.toISOString(),
    // Sign-ins from before there was another way say nothing.
    signedInBy: row.way ?? 'badge',
    learner: {
      id: row.learner_id,
      displayName: row.display_name,
      firstName: row.first_name,
      lastName: row.last_name,
      credentials: row.credentials,
      profession: row.profession,
      email: row.email,
      identifiers: row.identifiers,
    },
    registration: { badge: row.badge, tier: row.tier },
    activity: {
      id: row.activity_id,
      code: row.code,
      title: row.title,
      place: row.place,
      startsOn: row.starts_on,
      endsOn: row.ends_on,
      timeZone: row.time_zone,
      learningFormat: row.learning_format,
      basis: row.basis,
    },
  };
}
