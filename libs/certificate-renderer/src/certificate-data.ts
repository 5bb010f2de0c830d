/** One line of the credit a certificate awards. `amount` is formatted already: "21.75", never hundredths. */
export interface CertificateCredit {
  amount: string;
  /** "AMA PRA Category 1 Credits™", "contact hours". */
  unit: string;
  /** Whether the authority wants the unit in italics; `prose` sets it so when it is among `italics`. */
  isItalic: boolean;
  label?: string;
}

/** One claimed session in the list that follows the certificate. */
export interface CertificateSession {
  time?: string;
  title: string;
  place?: string;
  /** In one piece: "1.25", or with the type of each amount when there are several. */
  credits: string;
  /** The same for each of the list's columns of credit, "" where the session carries none of it. */
  amounts?: string[];
  note?: string;
}

/** What the columns of the list are called. */
export interface CertificateListColumns {
  /** "Time", "Earned". */
  when: string;
  /** "Session", "Topic". */
  what: string;
  /** A column for each credit type. */
  credits: string[];
}

/** A line under the list: "Sum of the sessions", "Claimed". */
export interface CertificateListTotal {
  label: string;
  /** One for each column of credit. */
  amounts: string[];
}

/** The claimed sessions of one day, in the order in which they are printed. */
export interface CertificateSessionDay {
  day: string;
  items: CertificateSession[];
}

/** A person who signs. `imageDataUri` is a PNG, JPEG, WebP or SVG data URI; anything else is left out. */
export interface CertificateSignature {
  name: string;
  role: string;
  imageDataUri?: string;
}

/** One of several certificates in one file: what it says in the place of the whole document. */
export interface CertificatePart {
  activity: CertificateData['activity'];
  credits: CertificateCredit[];
  statements: string[];
  verificationUrl: string;
  sessions: CertificateSessionDay[];
  listColumns?: CertificateListColumns;
  listTotals?: CertificateListTotal[];
  sessionsNote?: string;
}

/**
 * What a certificate says, frozen at the moment of issue. All strings arrive formatted: the renderer knows
 * no calendar, no time zone and no arithmetic.
 */
export interface CertificateData {
  /** BCP 47 language tag of the document, 'en' unless the tenant says otherwise. */
  language: string;
  /** Document title, also the title of the PDF: "Certificate of Participation". */
  title: string;
  documentKind: 'credit' | 'participation';
  learner: { name: string; credentials?: string; identifiers?: { label: string; value: string }[] };
  provider: {
    name: string;
    shortName?: string;
    /** An SVG document; it is drawn as an image, so scripts and references inside it are dead. */
    logoSvg?: string;
    /** Hexadecimal colour of the tenant, "#1f4e79"; darkened until it can be read on white. */
    accent?: string;
    address?: string;
  };
  activity: {
    title: string;
    code?: string;
    format: string;
    place?: string;
    dates: string;
    /** Under which it is registered with the accreditor. */
    parsId?: string;
  };
  credits: CertificateCredit[];
  /** Accreditation, designation and participation statements. */
  statements: string[];
  /** Phrases that the helper `prose` sets in italics wherever they stand, at most 200. */
  italics?: string[];
  signatures: CertificateSignature[];
  number: string;
  verificationCode: string;
  /** Address behind the QR code. */
  verificationUrl: string;
  issuedOn: string;
  /** Number of the certificate that this one replaces. */
  supersedes?: string;
  sessions: CertificateSessionDay[];
  /** What the list of sessions is called: "Topics claimed"; "Sessions claimed" when absent. */
  listTitle?: string;
  listColumns?: CertificateListColumns;
  listTotals?: CertificateListTotal[];
  /** Why the sessions add up to more than what was claimed, in a sentence. */
  sessionsNote?: string;
  /** Left part of the head on the session list's pages: "José Ángel Okafor · SHM26". */
  runningHead: string;
  /**
   * Several certificates in one file, each on pages of its own: the template is drawn once for each, with the part's
   * members in the place of the document's.
   */
  parts?: CertificatePart[];
}

/** A sheet of paper. */
export interface PageFormat {
  size: 'Letter' | 'A4';
  orientation: 'landscape' | 'portrait';
}

/** A tenant's own design: untrusted Handlebars, HTML and CSS. */
export interface CertificateTemplate {
  source: string;
  format: PageFormat;
}
