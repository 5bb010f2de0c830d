import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';
import { type ImportFault, quoteValue } from './import-fault.js';

/*
 * What we demand of a frab/pretalx schedule. Types are the format's own. Demanded are only the properties an
 * import needs; deviations that real, published programmes show and that cost nothing are tolerated: slugs and
 * acronyms in capitals, properties the format does not know, incomplete link addresses, missing descriptive
 * properties, dates without a zone.
 */

const text = { type: 'string' };
const textOrNull = { type: ['string', 'null'] };
const references = {
  type: 'array',
  items: { type: 'object', required: ['url'], properties: { url: text, title: text, type: text } },
};

const person = {
  type: 'object',
  properties: {
    id: { type: 'integer' },
    guid: { type: 'string', format: 'uuid' },
    code: { type: 'string', pattern: '^[A-Z0-9]+$' },
    name: text,
    public_name: text,
    avatar: textOrNull,
    biography: textOrNull,
  },
  // Two dialects: pretalx names a person `name`; frab `public_name` with a number.
  anyOf: [
    { required: ['name'] },
    { required: ['public_name', 'id'], properties: { id: { type: 'integer' } } },
  ],
};

const sessionSchema = {
  type: 'object',
  required: ['title'],
  properties: {
    guid: { type: 'string', format: 'uuid' },
    code: { type: 'string', pattern: '^[A-Z0-9]+$' },
    id: { type: 'integer', minimum: 1 },
    date: text,
    start: { type: 'string', pattern: '^([01]\\d|2[0-3]):[0-5]\\d(:[0-5]\\d)?$' },
    end: text,
    duration: { type: 'string', pattern: '^-?\\d+:\\d{2}(:\\d{1,2})?$' },
    room: text,
    slug: text,
    url: text,
    title: text,
    subtitle: textOrNull,
    track: textOrNull,
    type: text,
    language: textOrNull,
    abstract: textOrNull,
    description: textOrNull,
    recording_license: text,
    do_not_record: { type: ['boolean', 'null'] },
    do_not_stream: { type: ['boolean', 'string', 'null'] },
    persons: { type: 'array', items: person },
    links: references,
    attachments: references,
    feedback_url: text,
    origin_url: text,
  },
};

const daySchema = {
  type: 'object',
  required: ['date'],
  properties: {
    index: { type: 'integer' },
    date: { type: 'string', format: 'date' },
    day_start: text,
    day_end: text,
  },
};

const conferenceSchema = {
  type: 'object',
  required: ['title'],
  properties: {
    acronym: text,
    title: text,
    description: text,
    start: text,
    end: text,
    daysCount: { type: 'integer' },
    timeslot_duration: text,
    time_zone_name: text,
    url: text,
  },
};

const ajv = new Ajv({ allErrors: true, allowUnionTypes: true, verbose: true });
addFormats(ajv, ['uuid', 'date']);

const validators = {
  session: ajv.compile(sessionSchema),
  day: ajv.compile(daySchema),
  conference: ajv.compile(conferenceSchema),
} satisfies Record<string, ValidateFunction>;

/** The properties of a session that are read or checked; all others are passed over. */
export const SESSION_PROPERTIES: ReadonlySet<string> = new Set(Object.keys(sessionSchema.properties));

/** What breaks the format in one part of a schedule that stands at `path`. */
export function schemaFaults(part: keyof typeof validators, value: unknown, path: string): ImportFault[] {
  const validate = validators[part];
  if (validate(value)) return [];
  const errors = validate.errors ?? [];
  const faults: ImportFault[] = [];
  for (const error of errors) {
    // The branches of a choice are explained by the choice itself.
    if (error.schemaPath.includes('/anyOf/')) continue;
    const fault = toFault(error, path);
    if (!faults.some((known) => known.path === fault.path && known.code === fault.code)) faults.push(fault);
  }
  return faults;
}

function toFault(error: ErrorObject, base: string): ImportFault {
  const isMissing = error.keyword === 'required';
  const missing: unknown = isMissing ? error.params['missingProperty'] : undefined;
  const place = error.instancePath.split('/').findLast((segment) => !/^\d*$/.test(segment));
  return {
    path: base + error.instancePath,
    field:
      typeof missing === 'string'
        ? missing
        : (place ?? base.split('/').findLast((s) => !/^\d*$/.test(s)) ?? 'file'),
    code: `frab.${error.keyword === 'anyOf' ? 'person_unnamed' : isMissing ? 'missing' : error.keyword}`,
    reason: reasonOf(error, typeof missing === 'string' ? missing : ''),
    ...(isMissing || error.keyword === 'anyOf' ? {} : { value: quoteValue(error.data) }),
  };
}

function reasonOf(error: ErrorObject, missing: string): string {
  const params: Record<string, unknown> = error.params;
  switch (error.keyword) {
    case 'type':
      return `Must be ${typeInWords(params['type'])}${typeof error.data === 'string' ? ', not a text in quotation marks' : ''}.`;
    case 'required':
      return `The property “${missing}” is missing.`;
    case 'pattern':
      return patternInWords(error.instancePath);
    case 'format':
      return params['format'] === 'uuid'
        ? 'Must be a UUID, e.g. 7a0fc001-e587-47e1-b378-b6ec7e666337.'
        : 'Must be a date, e.g. 2026-05-01.';
    case 'minimum':
      return `Must be ${String(params['limit'])} or more.`;
    case 'anyOf':
      return 'A person needs a “name”, or a “public_name” together with a whole number as “id”.';
    default:
      return `Does not follow the schedule format: ${error.message ?? error.keyword}.`;
  }
}

function typeInWords(type: unknown): string {
  const words: Record<string, string> = {
    integer: 'a whole number',
    string: 'a text',
    boolean: 'true or false',
    null: 'null',
    array: 'a list',
    object: 'an object',
  };
  const types = (Array.isArray(type) ? type : [type]).map(String);
  // A type error that accepts true, false or text says so by its own list.
  return types.map((name) => words[name] ?? name).join(' or ');
}

function patternInWords(instancePath: string): string {
  if (instancePath.endsWith('/code')) return 'A code consists of capital letters A to Z and digits only.';
  if (instancePath.endsWith('/start')) return 'Must be a time of day such as 09:30.';
  return 'Must be a duration such as 01:30.';
}
