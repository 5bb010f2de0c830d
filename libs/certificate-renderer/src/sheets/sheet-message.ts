import type { CertificateData, CertificateTemplate } from '../certificate-data.js';
import type { TemplateErrorCode } from '../renderer.errors.js';

/** What a thread is asked to draw, and which of several certificates, from 1. */
export interface SheetRequest {
  readonly template: CertificateTemplate;
  readonly data: CertificateData;
  readonly part: number;
}

/** What a thread says: that it can begin; or the sheet, or why there is none. */
export type SheetReply =
  | { readonly kind: 'ready' }
  | { readonly kind: 'drawn'; readonly html: string | null }
  | {
      readonly kind: 'refused';
      readonly code: TemplateErrorCode | null;
      readonly message: string;
    };
