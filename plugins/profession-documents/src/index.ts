export { professionDocumentsPlugin } from './profession-documents.plugin.js';
