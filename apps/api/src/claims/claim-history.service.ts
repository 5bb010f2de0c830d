import { Injectable } from '@nestjs/common';
import { toDecimal } from '@laurel/credit';
import { isUUID } from 'class-validator';
import { courseShares } from '../certificates/certificate-parts.js';
import { CertificatesService } from '../certificates/certificates.service.js';
import { DocumentsService } from '../certificates/documents.service.js';
import type { CertificateViewDto } from '../certificates/dto/certificate-view.dto.js';
import { Clock } from '../config/clock.js';
import { TenantDatabase } from '../database/tenant-database.js';
import { DomainError } from '../problem/domain-error.js';
import type { LearnerContext } from '../tenancy/tenant-context.js';
import { claimedRecord } from '../workflow/inputs/claim-rows.js';
import { DecisionInputsService } from '../workflow/inputs/decision-inputs.service.js';
import type { DecisionInputs } from '../workflow/inputs/decision-inputs.js';
import { readHistory, type HistoryCursor, type HistoryRow } from './claim-history.rows.js';
import { sharePart } from './document-preview.js';
import type {
  ClaimDetailDto,
  ClaimHistoryDto,
  ClaimHistoryItemDto,
  ClaimHistoryQueryDto,
} from './dto/claim-history.dto.js';
import { submittedClaimView, unitOfType } from './submitted-claim-view.js';

const PAGE = 25;

/** What a learner has claimed at an activity, where claims follow one another. */
@Injectable()
export class ClaimHistoryService {
  constructor(
    private readonly database: TenantDatabase,
    private readonly clock: Clock,
    private readonly inputs: DecisionInputsService,
    private readonly documents: DocumentsService,
    private readonly certificates: CertificatesService,
  ) {}

  /** A page of submitted claims, revoked ones too. @throws DomainError `request.invalid` for a foreign cursor */
  async list(context: LearnerContext, query: ClaimHistoryQueryDto): Promise<ClaimHistoryDto> {
    const cursor = readCursor(query);
    return this.database.transaction(context, async (manager) => {
      const inputs = await this.inputs.load(manager, context, this.clock.now());
      const rows = await readHistory(manager, context, query, cursor, PAGE);
      const page = rows.slice(0, PAGE);
      const ids = page.map(({ id }) => id);
      const certificates = Map.groupBy(
        await this.certificates.ofClaims(manager, context, ids),
        ({ claimId }) => claimId,
      );
      const last = page.at(-1);
      return {
        items: page.map((row) =>
          itemView(row, inputs, (certificates.get(row.id) ?? []).map(viewOf).filter(isNewest)),
        ),
        nextCursor: rows.length > PAGE && last !== undefined ? writeCursor(query, last) : null,
      };
    });
  }

  /** @throws DomainError `not_found` for a claim that is not in force, or not the learner's own here */
  async read(context: LearnerContext, claimId: string): Promise<ClaimDetailDto> {
    return this.database.transaction(context, async (manager) => {
      const inputs = await this.inputs.load(manager, context, this.clock.now(), 'none', claimId);
      const claim = inputs.inForce;
      if (claim === null) throw new DomainError('not_found', { detail: 'There is no such claim.' });
      const { documents } = await this.documents.show(manager, context, inputs, claim);
      const { lines } = inputs.asSubmitted(claim);
      const { id, state, submittedAt, credits, heldText } = submittedClaimView(claim, inputs.creditTypes);
      const claimed = claimedRecord(claim.credits);
      const stated = claim.credits.map(({ creditType, claimed: amount }) => ({ creditType, amount }));
      const whole = { documentKind: 'credit', credits: stated } as const;
      const shares = courseShares({ inputs, offer: whole, lines, claimed });
      return {
        claimId: id,
        claimedAt: submittedAt,
        state,
        heldText,
        credits,
        courses: shares.map((share) => sharePart(share)),
        documents,
      };
    });
  }
}

const viewOf = ({ view }: { view: CertificateViewDto }): CertificateViewDto => view;

/** Of a document that was issued again, the newest stands for it. */
const isNewest = ({ supersededBy }: CertificateViewDto): boolean => supersededBy === null;

const itemView = (
  row: HistoryRow,
  { creditTypes, activity }: DecisionInputs,
  certificates: CertificateViewDto[],
): ClaimHistoryItemDto => {
  const [credit] = row.credits;
  const type = creditTypes.find(({ key }) => key === credit?.creditType);
  const claimed = credit?.claimed ?? 0;
  const ids = new Set(row.courseIds);
  return {
    claimId: row.id,
    claimedAt: row.submittedAt.toISOString(),
    yearEarned: [...row.earnedYears],
    creditType: credit?.creditType ?? '',
    creditTypeName: type?.name ?? credit?.creditType ?? '',
    unit: unitOfType(type, claimed),
    credits: toDecimal(claimed),
    courses: activity.courses.flatMap(({ id, title }) => (ids.has(id) ? title : [])),
    state: row.state,
    certificates,
  };
};

/** Says which order it is of, because a place in one order means nothing in another. */
const writeCursor = ({ sort, order }: ClaimHistoryQueryDto, { sortKey, id }: HistoryRow): string =>
  Buffer.from([sort, order, sortKey, id].join(' ')).toString('base64url');

const CURSOR = /^(?<sort>\w+) (?<order>\w+) (?<sortKey>\d{1,40}(?:\.\d{1,20})?) (?<id>[0-9a-f-]{36})$/;

const readCursor = ({ cursor, sort, order }: ClaimHistoryQueryDto): HistoryCursor | null => {
  if (cursor === undefined) return null;
  const { groups } = CURSOR.exec(Buffer.from(cursor, 'base64url').toString('latin1')) ?? {};
  const { sortKey, id } = groups ?? {};
  if (
    groups?.['sort'] === sort &&
    groups['order'] === order &&
    sortKey !== undefined &&
    id !== undefined &&
    isUUID(id)
  ) {
    return { sortKey, id };
  }
  const message = 'This is not a cursor of this list. Begin with the first page.';
  throw new DomainError('request.invalid', {
    detail: message,
    faults: [{ field: 'cursor', code: 'cursor.unknown', message }],
  });
};
