import type { CertificateData, PageFormat } from '../certificate-data.js';
import { fontsFor } from '../fonts/font-faces.js';
import { sheetInches } from '../page-format.js';
import { type CompiledTemplate, compileTemplate } from '../template/compile-template.js';
import { evaluateTemplate } from '../template/evaluate-template.js';
import { escapeHtml } from '../template/template-value.js';
import { toTemplateValue } from '../template/to-template-value.js';
import { accentPalette } from './accent-palette.js';
import { documentStyles } from './document-styles.js';

/**
 * Everything but inline styles, inline images and inline fonts is forbidden. It stands first in the document, so
 * nothing that a template writes can come before it.
 */
const contentSecurityPolicy =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; base-uri 'none'; form-action 'none'";

const rightToLeft = /^(?:ar|he|fa|ur|yi|ps|dv|ckb|sd|ug)\b/i;

/**
 * Writes the whole HTML document of a certificate: head, fonts, paper and the evaluated template.
 *
 * Beside the certificate's data a template sees `page` (`size`, `orientation`, `isLandscape`, `width` and
 * `height` in inches) and `sessionCount`. Of data with parts, a template sees one part at a time as if it were the
 * whole, and `part` (`number`, `count`, `label`) when there are several.
 *
 * @throws TemplateError when the template is refused or exceeds its bounds.
 */
export async function renderHtml(
  template: CompiledTemplate | string,
  data: CertificateData,
  format: PageFormat,
): Promise<string> {
  const compiled = typeof template === 'string' ? compileTemplate(template) : template;
  const sheet = sheetInches(format);
  const page = { ...format, isLandscape: format.orientation === 'landscape', ...sheet };
  const body = certificatesOf(data)
    .map((certificate) => evaluateTemplate(compiled, toTemplateValue({ ...certificate, page }), format))
    .join('\n');
  const language = validLanguage(data.language);
  const fonts = await fontsFor(
    `${body}${data.runningHead}${data.title}`,
    `${body}${stacksIn(body)}`,
    language,
  );
  const styles = documentStyles({
    format,
    accent: accentPalette(data.provider.accent),
    fallbacks: fonts.fallbacks,
    runningHead: data.runningHead,
  });
  return (
    `<!doctype html><html lang="${escapeHtml(language)}" dir="${rightToLeft.test(language) ? 'rtl' : 'ltr'}" ` +
    `data-running-head="${escapeHtml(data.runningHead)}"><head>` +
    `<meta http-equiv="Content-Security-Policy" content="${contentSecurityPolicy}"><meta charset="utf-8">` +
    `<title>${escapeHtml(data.title)}</title><style>${fonts.css}\n${styles}</style></head>` +
    `<body class="${format.size.toLowerCase()} ${format.orientation}">${body}</body></html>`
  );
}

/** What the template is drawn with, once for each certificate of the document. */
function certificatesOf({ parts, ...data }: CertificateData) {
  const whole = { ...data, sessionCount: countSessions(data) };
  if (parts === undefined || parts.length === 0) return [whole];
  const count = parts.length;
  return parts.map((part, index) => {
    const number = index + 1;
    const label = `Certificate ${String(number)} of ${String(count)}`;
    return {
      ...whole,
      ...part,
      sessionCount: countSessions(part),
      ...(count === 1 ? {} : { part: { number, count, label } }),
    };
  });
}

function countSessions({ sessions }: Pick<CertificateData, 'sessions'>): number {
  return sessions.reduce((count, day) => count + day.items.length, 0);
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
