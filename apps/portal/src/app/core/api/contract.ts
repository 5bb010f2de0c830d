/**
 * The learner's side of the HTTP contract. Credit amounts are decimal credits, instants ISO strings in UTC, days
 * `YYYY-MM-DD`. Sentences are made for the learner by the API and are shown as they are.
 */
export interface Sentence {
  text: string;
  remedy?: string;
} // plain words, ready to show

export interface TenantView {
  slug: string;
  name: string;
  shortName: string;
  language: string;
  timeZone: string;
  theme: { accent: string; logoSvg: string | null };
  wording: Record<string, string>; // overrides by key; portal has defaults (e.g. cart, itinerary, sessions, certificates)
  support: {
    email: string;
    phone: string | null;
    hours: string | null;
    forgottenBadge: { text: string; url: string | null };
  };
  activities: {
    id: string;
    code: string;
    title: string;
    place: string | null;
    startsOn: string;
    endsOn: string;
    timeZone: string;
    isOpen: boolean;
  }[];
}

export interface Session {
  csrfToken: string;
  expiresAt: string;
  learner: {
    id: string;
    displayName: string;
    firstName: string;
    lastName: string;
    credentials: string;
    profession: string;
    email: string | null;
    identifiers: Record<string, string>;
  };
  registration: { badge: string; tier: string | null };
  activity: {
    id: string;
    code: string;
    title: string;
    place: string | null;
    startsOn: string;
    endsOn: string;
    timeZone: string;
    learningFormat: string;
  };
}

export interface Catalogue {
  revision: number;
  creditTypes: CreditTypeInfo[];
  offerings: OfferingCard[];
}
export interface CreditTypeInfo {
  key: string;
  name: string;
  shortName: string;
  unit: { one: string; other: string };
  increment: number;
  isCategory: boolean;
}
export interface OfferingCard {
  id: string;
  code: string;
  title: string;
  day: string | null;
  startsAt: string | null;
  endsAt: string | null;
  room: string;
  track: string;
  category: string;
  type: string;
  isHighlight: boolean;
  tier: string | null;
  speakers: string[];
  credits: { creditType: string; amount: number }[]; // what this learner could claim
  isAllowed: boolean;
  denials: Sentence[]; // all reasons why not
  withdrawnNotice: string | null;
}

export interface OfferingDetail extends OfferingCard {
  description: string;
  why: WhyEntry[];
}
export interface WhyEntry {
  stage: string;
  subject: string;
  outcome: 'allowed' | 'denied' | 'adjusted' | 'met' | 'unmet' | 'optional' | 'held' | 'failed';
  text: string;
  remedy?: string;
  plugin: string;
  pluginVersion: string;
  configRevision: number;
  code: string;
} // portal shows text/remedy (support staff may see the rest)

export interface CartSource {
  kind: string;
  label: string;
  mark: string;
  offeringIds: string[];
} // "Import from App" / "Transmitted"; itinerary: "Add all Eligible Sessions to Credit Cart"
export interface AddResult {
  added: string[];
  alreadyThere: string[];
  leftOut: { offeringId: string; title: string; reasons: Sentence[] }[];
  cart: Cart;
}
export interface Cart {
  claimId: string | null;
  state: 'empty' | 'draft' | 'submitted'; // submitted: what is in force, no open draft; adding a line then opens an amendment draft when the workflow allows
  isAmendment: boolean;
  revision: number;
  lines: CartLine[];
  totals: CreditTotal[];
  requirements: RequirementView[];
  canSubmit: boolean;
  blockers: Sentence[]; // why not, when not (incl. host-level ones, e.g. a failed plugin)
  attestation: string; // the statement to agree to
  deadline: { at: string; text: string } | null; // from requirement facts
  overlaps: { offeringIds: string[]; text: string }[]; // to draw sessions side by side
  submitted: SubmittedClaim | null; // the claim in force, if any
}
export interface CartLine {
  offeringId: string;
  code: string;
  title: string;
  day: string | null;
  startsAt: string | null;
  endsAt: string | null;
  room: string;
  credits: { creditType: string; amount: number }[];
  isAllowed: boolean;
  denials: Sentence[];
  addedFrom: string;
}
export interface CreditTotal {
  creditType: string;
  name: string;
  shortName: string;
  unit: string;
  selected: number;
  computed: number;
  increment: number;
  adjustments: { amount: number; text: string; offeringIds: string[] }[];
  isCategory: boolean;
}
export interface RequirementView {
  key: string;
  title: string;
  state: 'met' | 'unmet' | 'optional';
  text: string;
  remedy?: string;
  action: {
    kind: 'evaluation' | 'form' | 'sessions' | 'attest' | 'link';
    formKey?: string;
    offeringId?: string;
    url?: string;
    label?: string;
  } | null;
}
export interface SubmittedClaim {
  id: string;
  state: 'submitted' | 'certified' | 'held';
  submittedAt: string;
  credits: { creditType: string; name: string; unit: string; claimed: number }[];
  heldText: string | null;
  lineCount: number;
}

export interface EvaluationSummary {
  formKey: string;
  title: string;
  scope: 'activity' | 'offering';
  offeringId: string | null;
  isComplete: boolean;
  requiredCount: number;
  answeredCount: number;
}
export interface EvaluationSaved {
  version: number;
  isComplete: boolean;
  requiredCount: number;
  answeredCount: number;
  savedAt: string;
  faults: { field?: string; code: string; message: string }[];
}
export interface Evaluation {
  formKey: string;
  title: string;
  scope: 'activity' | 'offering';
  offeringId: string | null;
  sections: FormSection[];
  answers: Record<string, Answer>;
  version: number;
  isComplete: boolean;
  requiredCount: number;
  answeredCount: number;
}
export interface FormSection {
  key: string;
  title: string;
  description?: string;
  questions: Question[];
}
export interface Question {
  key: string;
  kind: 'single' | 'multiple' | 'matrix' | 'scale' | 'short-text' | 'long-text';
  label: string;
  help?: string;
  isRequired: boolean;
  options?: { key: string; label: string }[];
  rows?: { key: string; label: string }[];
  scale?: { min: number; max: number; minLabel: string; maxLabel: string };
  maxLength?: number;
  showIf?: { question: string; equals?: string; includes?: string };
}
export type Answer = string | number | string[] | Record<string, string>;

export interface Submission {
  claim: SubmittedClaim;
  documents: DocumentsView;
}

export interface DocumentsView {
  documents: DocumentView[];
} // "Available Certificates"
export interface DocumentView {
  key: string;
  title: string;
  description: string | null;
  isAvailable: boolean;
  reasons: Sentence[];
  inputs: { key: string; label: string; help?: string; pattern?: string; value?: string }[];
  request: { promise: string; lastDay: string | null } | null; // the society finishes it by hand
  certificate: CertificateView | null; // the one issued for the claim in force
}
export interface CertificateView {
  id: string;
  documentKey: string;
  title: string;
  number: string;
  state: 'issuing' | 'issued' | 'superseded' | 'revoked' | 'failed';
  issuedAt: string | null;
  pageCount: number | null;
  verificationCode: string;
  verificationUrl: string;
  fileUrl: string; // /api/certificates/:id/file
  name: string;
  credentials: string;
  activityTitle: string;
  credits: { amount: string; unit: string; isAmaPra: boolean }[];
  request: {
    state: 'preparing' | 'sent' | 'failed';
    requestedAt: string;
    sentAt: string | null;
    promise: string;
    mailTo: string;
  } | null;
  supersededBy: string | null;
}

export interface Verification {
  state: 'valid' | 'superseded' | 'revoked';
  number: string;
  title: string;
  name: string;
  credentials: string | null;
  provider: string;
  activity: { title: string; dates: string; place: string | null; format: string };
  credits: { amount: string; unit: string; isAmaPra: boolean }[];
  issuedOn: string;
  supersededBy: { number: string } | null;
}
