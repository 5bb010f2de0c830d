export { manualDocumentRequestPlugin } from './manual-document-request.plugin.js';
