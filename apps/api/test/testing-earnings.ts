import { allow, definePlugin, deny, NoConfig, PLUGIN_CONTRACT, type Plugin } from '@laurel/plugin-kit';
import { v7 as uuid } from 'uuid';
import type { CertificateViewDto } from '../src/certificates/dto/certificate-view.dto.js';
import { CertificateTemplatesService } from '../src/certificates/certificate-templates.service.js';
import type { CartDto } from '../src/claims/dto/cart.dto.js';
import type { ClaimHistoryDto } from '../src/claims/dto/claim-history.dto.js';
import type { SubmissionDto } from '../src/claims/dto/submit-claim.dto.js';
import type { EarningsDto } from '../src/earnings/dto/earnings.dto.js';
import { systemContext } from '../src/tenancy/tenant-context.js';
import { WorkflowsService, type NewStep } from '../src/workflow/saved/workflows.service.js';
import type { TestApp } from './testing-app.js';
import { bodyOf, step, until, type Learner } from './testing-claims.js';
import type { Answer } from './testing-client.js';
import type { Society } from './testing-society.js';

/** Three years to claim, with warnings before the end; a rule of these tests. */
export const keepsPlugin: Plugin = definePlugin({
  contract: PLUGIN_CONTRACT,
  key: 'keeps',
  version: '1.0.0',
  title: 'Keeps',
  description: 'Earned credit keeps for 1095 days.',
  config: NoConfig,
  configVersion: 1,
  messages: {
    expired: { text: 'This credit could be claimed until {expiredAt}.' },
    refused: { text: 'The society does not give credit for this topic.' },
  },
  offer({ evidence, offering, now }) {
    if (offering.type === 'refused') return deny('refused');
    const completion = evidence.find((one) => one.offeringId === offering.id);
    if (completion === undefined) return allow;
    const until = completion.occurredAt.add({ hours: 24 * 1095 });
    if (Temporal.Instant.compare(now, until) >= 0) return deny('expired', { expiredAt: until.toString() });
    const before = (days: number) => until.subtract({ hours: 24 * days });
    return { allowed: true, until, warnAt: [before(90), before(30), before(7)] };
  },
});

/** Nothing is claimed without a membership that is valid now; a rule of these tests. */
export const membersPlugin: Plugin = definePlugin({
  contract: PLUGIN_CONTRACT,
  key: 'members',
  version: '1.0.0',
  title: 'Members',
  description: 'Asks for a membership.',
  config: NoConfig,
  configVersion: 1,
  messages: {
    none: { text: 'Your membership has ended.', remedy: 'Renew it to claim.' },
    valid: { text: 'You are a member.' },
  },
  require({ facts, now }) {
    const isValid = facts.some(
      ({ key, validUntil }) =>
        key === 'membership' && (validUntil === null || Temporal.Instant.compare(now, validUntil) < 0),
    );
    const title = 'Membership';
    return [
      isValid
        ? { key: 'membership', state: 'met', title, reason: { code: 'valid', facts: {} } }
        : { key: 'membership', state: 'unmet', title, reason: { code: 'none', facts: {} } },
    ];
  },
});

/** One certificate for each course, of whatever was claimed; a rule of these tests. */
export const courseDocumentsPlugin: Plugin = definePlugin({
  contract: PLUGIN_CONTRACT,
  key: 'course-documents',
  version: '1.0.0',
  title: 'Course documents',
  description: 'A certificate for each course.',
  config: NoConfig,
  configVersion: 1,
  messages: {},
  certify: ({ claimed }) => [
    {
      key: 'courses',
      title: 'Certificate of Credit',
      availability: { available: true },
      documentKind: 'credit',
      template: 'classic',
      credits: Object.entries(claimed).map(([creditType, amount]) => ({ creditType, amount })),
      perCourse: true,
      statements: [],
      inputs: [],
    },
  ],
});

export const earningPlugins: readonly Plugin[] = [keepsPlugin, membersPlugin, courseDocumentsPlugin];

export const earningSteps: readonly NewStep[] = [step('keeps'), step('course-documents')];

/** Three courses of two topics each, and a topic without a course; the last two of `offerings: 7` at least. */
export const courseTitles = ['Emergency Medicine', 'Pediatrics', 'Toxicology'] as const;

/**
 * Makes a society's activity one of earned credit: topics 0 and 1 belong to the first course, 2 and 3 to the second, 4
 * and 5 to the third, 6 to none. Each carries 1.00 of two credit types, of which nurses are awarded only hours.
 */
export async function arrangeCourses(
  app: TestApp,
  society: Society,
  steps: readonly NewStep[] = earningSteps,
): Promise<void> {
  const { tenant, activityId, offeringIds } = society;
  await app.inspect(
    `insert into credit_types (tenant_id, key, name, short_name, unit, increment, audience, is_category, position)
     values ($1, 'acep', 'ACEP Category I credits', 'ACEP', '{"one":"ACEP Category I credit","other":"ACEP Category I credits"}', 25, '{physician}', false, 1),
       ($1, 'ancc', 'ANCC contact hours', 'ANCC', '{"one":"contact hour","other":"contact hours"}', 25, '{nurse}', false, 2)`,
    [tenant.id],
  );
  await app.inspect(
    `update activities set basis = 'earned', kind = 'course', maxima = '{}', title = 'Courses Online', code = 'CO',
       learning_format = 'enduring material', programme_revision = programme_revision + 1
     where tenant_id = $1 and id = $2`,
    [tenant.id, activityId],
  );
  const courseIds = courseTitles.map(() => uuid());
  await app.inspect(
    `insert into courses (tenant_id, id, activity_id, code, title, learning_format, pars_id, maxima, position)
     select $1, c.id, $2, 'C' || c.n, c.title, 'enduring material', 'PARS-' || c.n, '{"ama-pra-1": 5000}', c.n
     from unnest($3::uuid[], $4::text[]) with ordinality as c (id, title, n)`,
    [tenant.id, activityId, courseIds, courseTitles],
  );
  await app.inspect(
    `update offerings o set course_id = n.course_id, starts_at = null, ends_at = null, day = null, room = '',
       title = 'Topic ' || n.index, 
       credits = '[{"creditType":"ama-pra-1","amount":100},{"creditType":"acep","amount":100},{"creditType":"ancc","amount":100}]'
     from unnest($2::uuid[], $3::uuid[], $4::int[]) as n (id, course_id, index)
     where o.tenant_id = $1 and o.id = n.id`,
    [
      tenant.id,
      offeringIds,
      offeringIds.map((_, index) => courseIds[Math.floor(index / 2)] ?? null),
      offeringIds.map((_, index) => index),
    ],
  );
  const context = systemContext(tenant, 'test');
  await app.app
    .get(CertificateTemplatesService)
    .save(context, { key: 'classic', title: 'Classic', design: 'classic' });
  await app.app.get(WorkflowsService).save(context, activityId, steps);
}

/** The course platform's word that a learner completed topics. */
export async function complete(
  app: TestApp,
  society: Society,
  indexes: readonly number[],
  { badge = '100001', at = '2026-05-04T15:00:00Z' }: { badge?: string; at?: string } = {},
): Promise<void> {
  const { tenant, activityId, offeringIds, learners } = society;
  await app.inspect(
    `insert into evidence (tenant_id, id, activity_id, learner_id, offering_id, kind, source, source_key, occurred_at)
     select $1, gen_random_uuid(), $2, $3::uuid, o, 'completion', 'platform', $3::text || o::text || $5::text, $5::timestamptz
     from unnest($4::uuid[]) o`,
    [tenant.id, activityId, learners[badge]?.learnerId, indexes.map((index) => offeringIds[index]), at],
  );
}

export const earnings = async (learner: Learner, creditType?: string): Promise<EarningsDto> =>
  bodyOf<EarningsDto>(
    await learner.client.get(
      learner.path(`earnings${creditType === undefined ? '' : `?creditType=${creditType}`}`),
    ),
  );

export const trySelect = (learner: Learner, selection: Record<string, unknown>): Promise<Answer> =>
  learner.client.put(learner.path('earnings/selection'), { creditType: 'ama-pra-1', ...selection });

export const select = async (learner: Learner, selection: Record<string, unknown>): Promise<CartDto> =>
  bodyOf<CartDto>(await trySelect(learner, selection));

export const claimAll = async (
  learner: Learner,
  key: string,
  creditType = 'ama-pra-1',
): Promise<SubmissionDto> => {
  const { revision } = await select(learner, { creditType, all: true });
  return bodyOf<SubmissionDto>(await learner.trySubmit(key, { revision, isAttested: true }), 201);
};

export const history = async (learner: Learner, query = ''): Promise<ClaimHistoryDto> =>
  bodyOf<ClaimHistoryDto>(await learner.client.get(learner.path(`claims${query}`)));

export const issued = (learner: Learner, claimId: string): Promise<CertificateViewDto> =>
  until(async () => {
    const { items } = await history(learner);
    const item = items.find((one) => one.claimId === claimId);
    return item?.certificates.find(({ state }) => state === 'issued');
  });

/** Leaves society and people, and nothing that was earned or claimed. */
export async function forgetClaims(app: TestApp): Promise<void> {
  for (const table of [
    'claimed_credits',
    'certificates',
    'claims',
    'idempotency_keys',
    'evidence',
    'facts',
  ]) {
    await app.inspect(`delete from ${table}`);
  }
}
