import { v7 as uuid } from 'uuid';
import { Activity } from '../src/catalogue/activity.entity.js';
import { CreditType } from '../src/catalogue/credit-type.entity.js';
import { Offering } from '../src/catalogue/offering.entity.js';
import { Registration } from '../src/catalogue/registration.entity.js';
import type { TenantDatabase } from '../src/database/tenant-database.js';
import { Learner } from '../src/learners/learner.entity.js';
import { lastNameKey } from '../src/learners/last-name-key.js';
import { type TenantIdentity, systemContext } from '../src/tenancy/tenant-context.js';
import { TenantProfile } from '../src/tenancy/tenant-profile.entity.js';
import { Tenant } from '../src/tenancy/tenant.entity.js';

export interface Person {
  badge: string;
  firstName: string;
  lastName: string;
  credentials: string;
  profession: string;
  tier: string | null;
}

/** The same in every test tenant, so that a leak is a wrong answer and not merely an empty one. */
export const people: readonly Person[] = [
  {
    badge: '100001',
    firstName: 'Chidi',
    lastName: 'Okafor',
    credentials: 'MD',
    profession: 'physician',
    tier: 'Premier',
  },
  {
    badge: '100002',
    firstName: 'Elsa',
    lastName: 'Lindqvist',
    credentials: 'DO',
    profession: 'physician',
    tier: 'Standard',
  },
  {
    badge: '100003',
    firstName: 'Thị Mai',
    lastName: 'Nguyễn',
    credentials: 'RN',
    profession: 'nurse',
    tier: null,
  },
  {
    badge: '100004',
    firstName: 'Lucía',
    lastName: 'Castellanos-Ortiz',
    credentials: 'RT(R)',
    profession: 'technologist',
    tier: 'Standard',
  },
  {
    badge: '100005',
    firstName: '太郎',
    lastName: '山田',
    credentials: 'MD',
    profession: 'physician',
    tier: 'Premier',
  },
];

export interface SocietyOptions {
  name?: string;
  hosts?: string[];
  /** Learners besides the five everyone has. */
  more?: readonly Person[];
  /** How many offerings the activity has; two parallel ones an hour. */
  offerings?: number;
}

export interface Society {
  tenant: TenantIdentity;
  activityId: string;
  offeringIds: string[];
  /** Learner and registration ids by badge. */
  learners: Record<string, { learnerId: string; registrationId: string }>;
}

/** A tenant with a profile, a credit type, an activity, offerings and registered learners. */
export async function createSociety(
  database: TenantDatabase,
  slug: string,
  { name = `Society ${slug}`, hosts = [], more = [], offerings = 6 }: SocietyOptions = {},
): Promise<Society> {
  const tenant = { id: uuid(), slug, name };
  const tenantId = tenant.id;
  await database.platform((manager) => manager.insert(Tenant, { ...tenant, hosts, status: 'active' }));
  const activityId = uuid();
  const society: Society = { tenant, activityId, offeringIds: [], learners: {} };

  await database.transaction(systemContext(tenant, 'test'), async (manager) => {
    await manager.insert(TenantProfile, profileOf(tenantId, name));
    await manager.insert(CreditType, {
      tenantId,
      key: 'ama-pra-1',
      name: 'AMA PRA Category 1 Credits™',
      shortName: 'AMA PRA 1',
      unit: { one: 'AMA PRA Category 1 Credit™', other: 'AMA PRA Category 1 Credits™' },
      audience: ['physician'],
      isItalic: true,
      statements: {
        credit: '[Provider] designates this [learning format] for a maximum of [n] credits.',
        participation: 'This activity was designated for [maximum].',
      },
    });
    await manager.insert(Activity, {
      tenantId,
      id: activityId,
      code: 'MTG26',
      kind: 'meeting',
      title: `Annual Meeting of ${name}`,
      learningFormat: 'live activity',
      place: 'Boston',
      startsOn: Temporal.PlainDate.from('2026-04-23'),
      endsOn: Temporal.PlainDate.from('2026-04-26'),
      maxima: { 'ama-pra-1': 2175 },
    });
    for (let index = 0; index < offerings; index++) {
      const offering = offeringOf(tenantId, activityId, index);
      society.offeringIds.push(offering.id);
      await manager.insert(Offering, offering);
    }
    for (const person of [...people, ...more]) {
      const ids = { learnerId: uuid(), registrationId: uuid() };
      society.learners[person.badge] = ids;
      const { badge, tier, ...learner } = person;
      await manager.insert(Learner, {
        ...learner,
        tenantId,
        id: ids.learnerId,
        displayName: `${person.firstName} ${person.lastName}`,
        email: `${badge}@${slug}.example`,
      });
      await manager.insert(Registration, {
        tenantId,
        id: ids.registrationId,
        activityId,
        learnerId: ids.learnerId,
        badge,
        tier,
        lastNameKey: lastNameKey(person.lastName),
        contentHash: badge,
      });
    }
  });
  return society;
}

const profileOf = (tenantId: string, displayName: string) => ({
  tenantId,
  displayName,
  shortName: displayName,
  timeZone: 'America/New_York',
  language: 'en',
  theme: { accent: '#8a1538', logoSvg: null },
  wording: { cart: `Cart of ${displayName}` },
  support: {
    email: 'help@society.example',
    phone: null,
    hours: null,
    forgottenBadge: { text: 'It is on your badge.', url: null },
  },
  statements: {
    accreditation: `${displayName} is accredited.`,
  },
});

function offeringOf(tenantId: string, activityId: string, index: number) {
  const startsAt = Temporal.Instant.from('2026-04-23T13:00:00Z').add({ hours: Math.floor(index / 2) });
  return {
    tenantId,
    id: uuid(),
    activityId,
    sourceKey: `S${index}`,
    code: `S${index}`,
    title: `Session ${index}`,
    startsAt,
    endsAt: startsAt.add({ hours: 1 }),
    day: Temporal.PlainDate.from('2026-04-23'),
    room: `Room ${index % 2}`,
    credits: [{ creditType: 'ama-pra-1', amount: 100 }],
    contentHash: `S${index}`,
  };
}
