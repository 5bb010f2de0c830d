import type { CertificateData, PageFormat } from '../certificate-data.js';
import { fontsFor } from '../fonts/font-faces.js';
import { sheetInches } from '../page-format.js';
import type { CompiledTemplate } from '../template/compile-template.js';
import { compiledTemplate } from '../template/compiled-templates.js';
import { evaluateTemplate, limitsFor } from '../template/evaluate-template.js';
import { escapeHtml } from '../template/template-value.js';
import { toTemplateValue } from '../template/to-template-value.js';
import { accentPalette } from './accent-palette.js';
import { documentStyles } from './document-styles.js';

/**
 * Everything but inline styles, inline images and inline fonts is forbidden. It stands first in the document, so
 * nothing that a template writes can come before it.
 */
export const contentSecurityPolicy =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; base-uri 'none'; form-action 'none'";

const rightToLeft = /^(?:ar|he|fa|ur|yi|ps|dv|ckb|sd|ug)\b/i;

/** What the template is drawn with beside the certificate, and the paper. */
export interface DrawnDocument {
  readonly template: CompiledTemplate | string;
  readonly data: CertificateData;
  readonly format: PageFormat;
  /** As the template sees each. */
  readonly certificates: readonly { readonly sessionCount: number }[];
  /** Of the document, as a policy. */
  readonly policy: string;
  /** Rules after those of the paper. */
  readonly styles?: string;
  /** After the last certificate. */
  readonly tail?: string;
}

/**
 * Writes the whole HTML document of a certificate: head, fonts, paper and the evaluated template.
 *
 * Beside the certificate's data a template sees `page` (`size`, `orientation`, `isLandscape`, `width` and
 * `height` in inches), `sessionCount` and `listSpan` (columns of the list). Of data with parts, a template sees one
 * part at a time as if it were the whole, and `part` (`number`, `count`, `label`) when there are several.
 *
 * @throws TemplateError when the template is refused or exceeds its bounds.
 */
export const renderHtml = (
  template: CompiledTemplate | string,
  data: CertificateData,
  format: PageFormat,
): Promise<string> =>
  drawDocument({
    template,
    data,
    format,
    certificates: certificatesOf(data),
    policy: contentSecurityPolicy,
  });

export async function drawDocument(drawn: DrawnDocument): Promise<string> {
  const { template, data, format, certificates, policy, styles = '', tail = '' } = drawn;
  const compiled = typeof template === 'string' ? compiledTemplate(template) : template;
  const page = { ...format, isLandscape: format.orientation === 'landscape', ...sheetInches(format) };
  const body = certificates
    .map((certificate) =>
      evaluateTemplate(
        compiled,
        toTemplateValue({ ...certificate, page }),
        format,
        limitsFor(certificate.sessionCount),
      ),
    )
    .join('\n');
  const language = validLanguage(data.language);
  const fonts = await fontsFor(
    `${body}${data.runningHead}${data.title}`,
    `${body}${stacksIn(body)}`,
    language,
  );
  const paper = documentStyles({
    format,
    accent: accentPalette(data.provider.accent),
    fallbacks: fonts.fallbacks,
    runningHead: data.runningHead,
  });
  return (
    `<!doctype html><html lang="${escapeHtml(language)}" dir="${rightToLeft.test(language) ? 'rtl' : 'ltr'}" ` +
    `data-running-head="${escapeHtml(data.runningHead)}"><head>` +
    `<meta http-equiv="Content-Security-Policy" content="${policy}"><meta charset="utf-8">` +
    `<title>${escapeHtml(data.title)}</title><style>${fonts.css}\n${paper}${styles}</style></head>` +
    `<body class="${format.size.toLowerCase()} ${format.orientation}">${body}${tail}</body></html>`
  );
}

/** What the template is drawn with, once for each certificate of the document. */
export function certificatesOf({ parts, ...data }: CertificateData) {
  const whole = { ...data, sessionCount: countSessions(data), listSpan: columnCount(data) };
  if (parts === undefined || parts.length === 0) return [whole];
  const count = parts.length;
  return parts.map((part, index) => {
    const number = index + 1;
    const label = `Certificate ${String(number)} of ${String(count)}`;
    return {
      ...whole,
      ...part,
      sessionCount: countSessions(part),
      listSpan: columnCount(part),
      ...(count === 1 ? {} : { part: { number, count, label } }),
    };
  });
}

/** Lines of all lists of a document. */
export const sessionCount = (data: CertificateData): number =>
  certificatesOf(data).reduce((count, certificate) => count + certificate.sessionCount, 0);

function countSessions({ sessions }: Pick<CertificateData, 'sessions'>): number {
  return sessions.reduce((count, day) => count + day.items.length, 0);
}

/** Columns of the list: time, title and one for each kind of credit. */
function columnCount({ listColumns }: Pick<CertificateData, 'listColumns'>): number {
  return 2 + (listColumns?.credits.length ?? 1);
}

/** Families behind the variables that a design uses; Source Sans is the face of the body and the running head. */
function stacksIn(body: string): string {
  const garamond = body.includes('--garamond') ? 'EB Garamond' : '';
  const serif = body.includes('--serif') ? 'Source Serif 4' : '';
  return `Source Sans 3 ${garamond} ${serif}`;
}

function validLanguage(language: string): string {
  try {
    return Intl.getCanonicalLocales(language)[0] ?? 'en';
  } catch (error) {
    if (error instanceof RangeError) return 'en';
    throw error;
  }
}
