import { createHash } from 'node:crypto';
import type { CertificateData, CertificateTemplate } from '../certificate-data.js';
import { fitDocumentExpression } from '../chromium/fit-document.js';
import { certificatesOf, contentSecurityPolicy, drawDocument } from './render-html.js';

/**
 * Only the sheet itself, as wide as the frame it is shown in (a ratio of lengths is a number by way of its angle).
 * Unseen until its type is fitted, or for a second where that cannot be.
 */
const screenStyles = `
html { background: #fff; overflow: hidden; }
body { position: absolute; top: 0; left: 0; width: var(--sheet-width); transform-origin: 0 0; transform: scale(tan(atan2(100vw, var(--sheet-width)))); opacity: 0; animation: show 0s 1s forwards; }
@keyframes show { to { opacity: 1; } }
.sessions { display: none; }
`;

const screenScript = `(() => {
  const show = () => {
    document.querySelector('body').style.opacity = 1;
  };
  ${fitDocumentExpression}.then(show, show);
})()`;

const scriptHash = createHash('sha256').update(screenScript).digest('base64');

/**
 * What a browser may do with a sheet, for the header of the answer: run our script that fits it, and nothing else of
 * a template's or anybody's. It is an origin of its own and can be framed by the portal alone.
 */
export const sheetPolicy = `${contentSecurityPolicy}; script-src 'sha256-${scriptHash}'; sandbox allow-scripts; frame-ancestors 'self'`;

/**
 * The first page of a certificate for the screen: the HTML that is printed, from the same template and data, fitted by
 * the same script. Everything it needs is in it. It is to be served with `sheetPolicy`, and shown in a sandboxed frame
 * of the sheet's own proportions.
 *
 * @param part which of several certificates, from 1
 * @returns `null` when there is no such part
 * @throws TemplateError when the template is refused or exceeds its bounds.
 */
export async function renderSheet(
  { source, format }: CertificateTemplate,
  data: CertificateData,
  part = 1,
): Promise<string | null> {
  const certificate = certificatesOf(data)[part - 1];
  if (certificate === undefined) return null;
  return drawDocument({
    template: source,
    data,
    format,
    certificates: [certificate],
    policy: `${contentSecurityPolicy}; script-src 'sha256-${scriptHash}'`,
    styles: screenStyles,
    tail: `<script>${screenScript}</script>`,
  });
}
