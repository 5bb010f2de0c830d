import type { EntityManager } from 'typeorm';
import type { LineView } from '@laurel/plugin-kit';
import type { TenantContext } from '../tenancy/tenant-context.js';
import type { DecisionInputs } from '../workflow/inputs/decision-inputs.js';
import { earnedTimes } from '../workflow/inputs/earned-at.js';

/** When the credit of each line was earned, in the order of the lines; nothing where credit is not earned. */
export interface EarnedLines {
  readonly earnedAt: readonly Temporal.Instant[];
  /** Years in which it was earned, in the activity's zone, ascending. */
  readonly years: readonly number[];
}

const NOT_EARNED: EarnedLines = Object.freeze({ earnedAt: Object.freeze([]), years: Object.freeze([]) });

/** @throws Error for a line without a completion; the rules about lines refuse it long before */
export const earnedLines = (inputs: DecisionInputs, lines: readonly LineView[]): EarnedLines => {
  if (!inputs.isEarned) return NOT_EARNED;
  const times = earnedTimes(inputs.evidence);
  const earnedAt = lines.map(({ offering }) => {
    const at = times.get(offering.id);
    if (at === undefined) throw new Error(`There is no completion of ${offering.id}`);
    return at;
  });
  const years = new Set(earnedAt.map((at) => at.toZonedDateTimeISO(inputs.timeZone).year));
  return { earnedAt, years: [...years].sort((a, b) => a - b) };
};

/** Lets credit be claimed again, because the claim that took it counts no longer. */
export const releaseClaimedCredits = async (
  manager: EntityManager,
  context: Pick<TenantContext, 'tenant'>,
  claimId: string,
): Promise<void> => {
  await manager.query(`delete from claimed_credits where tenant_id = $1 and claim_id = $2`, [
    context.tenant.id,
    claimId,
  ]);
};
