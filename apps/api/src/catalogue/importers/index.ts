export { type ImportFault, ImportStreamError, type ParsedRow } from './import-fault.js';
export { type ImportLimits, PROGRAMME_LIMITS, REGISTRANT_LIMITS } from './import-limits.js';
export type { ParsedOffering } from './parsed-offering.js';
export { parseProgramme, type ProgrammeFormat, type ProgrammeOptions } from './programme.parser.js';
export { type ParsedRegistrant, parseRegistrants, type RegistrantOptions } from './registrant.parser.js';
export type { DateOrder } from './date-cell.js';
export type { ColumnSeparator } from './csv-records.js';
export type { TextEncoding } from './text-source.js';
