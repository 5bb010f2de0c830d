import { Injectable } from '@nestjs/common';
import { sheetInches, type PageFormat } from '@laurel/certificate-renderer';
import { Environment } from '../config/environment.js';
import type { TenantContext } from '../tenancy/tenant-context.js';
import type { CertificateRow } from './certificate-rows.js';
import type {
  CertificatePartDto,
  CertificateViewDto,
  SheetDto,
  WordedCreditDto,
} from './dto/certificate-view.dto.js';

/** Shows certificates, with the addresses under which they can be fetched and verified. */
@Injectable()
export class CertificateViews {
  constructor(private readonly environment: Environment) {}

  of(context: Pick<TenantContext, 'tenant'>, row: CertificateRow): CertificateViewDto {
    return {
      id: row.id,
      documentKey: row.documentKey,
      title: row.title,
      number: row.number,
      state: row.state,
      issuedAt: instantText(row.issuedAt),
      endedAt: instantText(row.endedAt),
      pageCount: row.pageCount,
      verificationCode: row.verificationCode,
      verificationUrl: this.verificationUrl(context, row.verificationCode),
      fileUrl: `/api/certificates/${row.id}/file`,
      sheet: row.format === null ? null : sheetView(`/api/certificates/${row.id}/sheet`, row.format),
      name: row.data.learner.name,
      credentials: row.data.learner.credentials ?? '',
      activityTitle: row.data.activity.title,
      credits: statedCredits(row.data),
      parts: partViews(row),
      request:
        row.request === null
          ? null
          : {
              state: row.request.state,
              requestedAt: instantText(row.request.requestedAt) ?? row.request.requestedAt,
              sentAt: instantText(row.request.sentAt),
              promise: row.request.promise,
              mailTo: row.request.mailTo,
            },
      supersededBy: row.successor?.id ?? null,
    };
  }

  /** The public page behind the QR code. */
  verificationUrl(context: Pick<TenantContext, 'tenant'>, code: string): string {
    const host = this.environment.tenantHost(context.tenant.slug);
    return `${this.environment.publicUrl(host)}/verify/${code}`;
  }
}

/** Where the first page can be looked at, and its proportions. */
export const sheetView = (url: string, format: PageFormat): SheetDto => ({ url, ...sheetInches(format) });

/** The credits as the document states them. */
export const statedCredits = ({ credits }: Pick<CertificateRow['data'], 'credits'>): WordedCreditDto[] =>
  credits.map(({ amount, unit, isItalic }) => ({ amount, unit, isItalic }));

/** The certificates that a document by course consists of. */
export const partViews = ({ parts }: Pick<CertificateRow, 'parts'>): CertificatePartDto[] =>
  (parts ?? []).map((part) => ({
    title: part.activity.title,
    format: part.activity.format,
    dates: part.activity.dates,
    credits: statedCredits(part),
  }));

/** PostgreSQL's JSON writes instants with an offset; the API always says UTC. */
export const instantText = (text: string | null): string | null =>
  text === null ? null : Temporal.Instant.from(text).toString();
