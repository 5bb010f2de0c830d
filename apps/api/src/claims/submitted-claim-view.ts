import { toDecimal, unitOf } from '@laurel/credit';
import type { StoredClaim } from '../workflow/inputs/claim-rows.js';
import type { CreditTypeRow } from '../workflow/inputs/decision-query.js';
import type { SubmittedClaimDto } from './dto/submitted-claim.dto.js';

/** The unit of an amount in hundredths; empty for a type that is gone. */
export const unitOfType = (type: Pick<CreditTypeRow, 'unit'> | undefined, amount: number): string =>
  type === undefined ? '' : unitOf(amount, type.unit);

/** The claim in force as the learner sees it. @throws RangeError for a draft */
export const submittedClaimView = (
  claim: StoredClaim,
  creditTypes: readonly CreditTypeRow[],
): SubmittedClaimDto => {
  const { id, state, submittedAt } = claim;
  if (state === 'draft' || submittedAt === null) throw new RangeError('A draft has not been submitted');
  const types = new Map(creditTypes.map((type) => [type.key, type]));
  return {
    id,
    state,
    submittedAt: submittedAt.toString(),
    credits: claim.credits.map(({ creditType, claimed, computed }) => {
      const type = types.get(creditType);
      return {
        creditType,
        name: type?.name ?? creditType,
        unit: unitOfType(type, claimed),
        claimed: toDecimal(claimed),
        computed: toDecimal(computed),
      };
    }),
    heldText: claim.heldReason,
    lineCount: new Set(claim.lines.map(({ offeringId }) => offeringId)).size,
  };
};
