export type {
  CertificateCredit,
  CertificateData,
  CertificateListColumns,
  CertificateListTotal,
  CertificatePart,
  CertificateSession,
  CertificateSessionDay,
  CertificateSignature,
  CertificateTemplate,
  PageFormat,
} from './certificate-data.js';
export { SandboxRequiredError } from './chromium/chromium-process.js';
export { type ChromiumInstallation, ChromiumNotFoundError, findChromium } from './chromium/find-chromium.js';
export { type CertificateDesign, type DesignKey, designs } from './designs/designs.js';
export { type AccentPalette, accentPalette } from './document/accent-palette.js';
export { pageCount } from './document/pdf-document.js';
export { renderHtml } from './document/render-html.js';
export { renderSheet, sheetPolicy } from './document/render-sheet.js';
export { sheetInches } from './page-format.js';
export type { RenderOptions } from './pool/render-job.js';
export type { RendererLogger, RendererPoolOptions } from './pool/renderer-options.js';
export {
  type RenderCertificateRequest,
  type RenderedCertificate,
  type RendererHealth,
  RendererPool,
} from './pool/renderer-pool.js';
export {
  RendererBusyError,
  RenderFailedError,
  RenderTimeoutError,
  TemplateError,
  type TemplateErrorCode,
} from './renderer.errors.js';
export { SheetDrawer } from './sheets/sheet-drawer.js';
export type { SheetRequest } from './sheets/sheet-message.js';
export { sampleCertificateData, sampleSessions } from './sample-certificate-data.js';
export { type CompiledTemplate, compileTemplate } from './template/compile-template.js';
