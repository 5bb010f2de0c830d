/** Professions the product knows by itself; a tenant may use others, which are kept as written, in kebab-case. */
export const KNOWN_PROFESSIONS = [
  'physician',
  'nurse',
  'physician-assistant',
  'technologist',
  'pharmacist',
  'scientist',
  'industry',
  'other',
] as const;

const BY_NAME: ReadonlyMap<string, string> = new Map([
  ['physician', 'physician'],
  ['doctor', 'physician'],
  ['medical doctor', 'physician'],
  ['md', 'physician'],
  ['do', 'physician'],
  ['nurse', 'nurse'],
  ['registered nurse', 'nurse'],
  ['nurse practitioner', 'nurse'],
  ['rn', 'nurse'],
  ['np', 'nurse'],
  ['physician assistant', 'physician-assistant'],
  ['physician associate', 'physician-assistant'],
  ['pa', 'physician-assistant'],
  ['technologist', 'technologist'],
  ['radiologic technologist', 'technologist'],
  ['technician', 'technologist'],
  ['allied professional', 'technologist'],
  ['pharmacist', 'pharmacist'],
  ['scientist', 'scientist'],
  ['researcher', 'scientist'],
  ['industry', 'industry'],
  ['other', 'other'],
]);

/** Credentials that decide a profession, the more telling first: an MD with a PhD is a physician. */
const BY_CREDENTIAL: readonly [profession: string, credentials: RegExp][] = [
  ['physician', /^(?:MD|DO|MBBS|MBCHB|MBBCH|BMBS)$/],
  ['physician-assistant', /^PA(?:-?C)?$/],
  ['nurse', /^(?:RN|NP|FNP|ANP|ACNP|CNP|APRN|DNP|BSN|MSN|LPN|CNS|CRNA)(?:-\w+)*$/],
  ['pharmacist', /^(?:PHARMD|RPH|BCPS)$/],
  ['technologist', /^(?:RT(?:\([A-Z]+\))*|RTR|CCDS|CEPS|RCES|RCIS|RCS|CVT|RDCS|CRT)$/],
  ['scientist', /^(?:PHD|DSC|SCD|DPHIL)$/],
];

/**
 * The profession's key: from its name where the file gives one, else from the credentials after the name
 * (`MD, FHRS` → `physician`), else `other`.
 */
export function professionOf(name: string, credentials: string): string {
  const words = name
    .toLowerCase()
    .replace(/[-_/]+/g, ' ')
    .replace(/[^\p{Letter}\p{Number} ]/gu, '')
    .trim();
  const known = BY_NAME.get(words) ?? BY_NAME.get(words.replace(/s$/, ''));
  if (known !== undefined) return known;
  if (words !== '') return words.replace(/\s+/g, '-');
  const held = credentials
    .toUpperCase()
    .split(/[,;\s]+/)
    .map((credential) => credential.replaceAll('.', ''));
  return (
    BY_CREDENTIAL.find(([, pattern]) => held.some((credential) => pattern.test(credential)))?.[0] ?? 'other'
  );
}
