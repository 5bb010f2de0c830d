import { Injectable } from '@nestjs/common';
import { TenantDatabase } from '../database/tenant-database.js';
import { DomainError } from '../problem/domain-error.js';
import type { TenantContext } from '../tenancy/tenant-context.js';
import { certificateByCode } from './certificate-rows.js';
import { instantText, partViews, statedCredits } from './certificate-view.js';
import type { CertificateState } from './certificate.entity.js';
import type { VerificationDto } from './dto/verification.dto.js';
import { readVerificationCode } from './verification-code.js';

const shownStates: Readonly<Partial<Record<CertificateState, VerificationDto['state']>>> = {
  issued: 'valid',
  superseded: 'superseded',
  revoked: 'revoked',
};

/** Tells anyone who holds a certificate whether it is genuine; nothing that the certificate does not say itself. */
@Injectable()
export class VerificationsService {
  constructor(private readonly database: TenantDatabase) {}

  /** @throws DomainError `not_found` for a code that is unknown, another society's, or of a certificate not issued */
  async read(context: TenantContext, typed: string): Promise<VerificationDto> {
    const code = readVerificationCode(typed);
    const row =
      code === null
        ? null
        : await this.database.transaction(context, (manager) => certificateByCode(manager, context, code));
    const state = row === null ? undefined : shownStates[row.state];
    if (row === null || state === undefined || row.issuedAt === null) {
      throw new DomainError('not_found', {
        detail:
          'No certificate of this society has this code. Please compare it with the paper, letter by letter.',
      });
    }
    const { data, number, title, successor } = row;
    return {
      state,
      number,
      title,
      name: data.learner.name,
      credentials: data.learner.credentials ?? null,
      provider: data.provider.name,
      activity: {
        title: data.activity.title,
        dates: data.activity.dates,
        place: data.activity.place ?? null,
        format: data.activity.format,
      },
      credits: statedCredits(data),
      parts: partViews(row),
      issuedOn: data.issuedOn,
      endedAt: instantText(row.endedAt),
      supersededBy: successor === null ? null : { number: successor.number, because: successor.because },
    };
  }
}
