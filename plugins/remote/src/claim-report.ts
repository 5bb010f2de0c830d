import { toDecimal } from '@laurel/credit';
import type { ReportInput, ReportMessage } from '@laurel/plugin-kit';
import type { RemoteConfig } from './remote.config.js';

/** What the service is told of a submitted claim; amounts are decimals, instants ISO 8601 in UTC. */
export const claimReport = ({
  activity,
  learner,
  claim,
  claimed,
  lines,
  config,
}: ReportInput<RemoteConfig>): ReportMessage => ({
  authority: config.name,
  key: `claim:${String(claim.id)}`,
  payload: {
    claimId: claim.id,
    submittedAt: claim.submittedAt?.toString() ?? null,
    isAmendment: claim.isAmendment,
    activity: { code: activity.code, title: activity.title, parsId: activity.parsId },
    learner: {
      badge: learner.badge,
      firstName: learner.firstName,
      lastName: learner.lastName,
      credentials: learner.credentials,
      profession: learner.profession,
      identifiers: Object.fromEntries(
        Object.entries(learner.identifiers).filter(([kind]) => config.identifiers.includes(kind)),
      ),
    },
    claimed: Object.fromEntries(
      Object.entries(claimed).map(([creditType, amount]) => [creditType, toDecimal(amount)]),
    ),
    lines: lines.map(({ offering, creditType, amount }) => ({
      offering: offering.code,
      title: offering.title,
      creditType,
      amount: toDecimal(amount),
    })),
  },
});
