import type { components } from '@laurel/api-client';

/**
 * The API's shapes by the names the portal uses, straight from its OpenAPI document. Credit amounts are decimal
 * credits, instants ISO strings in UTC, days `YYYY-MM-DD`. Sentences are made for the learner by the API and are shown
 * as they are.
 */
type Schemas = components['schemas'];

export type Sentence = Schemas['SentenceDto'];
export type TenantView = Schemas['TenantViewDto'];
export type SignInWay = Schemas['SignInWayDto'];
export type Session = Schemas['SessionDto'];
export type Catalogue = Schemas['CatalogueDto'];
export type CreditTypeInfo = Schemas['CreditTypeInfoDto'];
export type OfferingCard = Schemas['OfferingCardDto'];
export type OfferingDetail = Schemas['OfferingDetailDto'];
export type WhyEntry = Schemas['WhyEntryDto'];
export type CartSource = Schemas['CartSourceDto'];
export type AddResult = Schemas['AddResultDto'];
export type Cart = Schemas['CartDto'];
export type CartLine = Schemas['CartLineDto'];
export type CreditTotal = Schemas['CreditTotalDto'];
export type RequirementView = Schemas['RequirementDto'];
export type Earnings = Schemas['EarningsDto'];
export type EarnedCourse = Schemas['EarnedCourseDto'];
export type EarnedCreditType = Schemas['EarnedCreditTypeDto'];
export type EarnedTopic = Schemas['EarnedTopicDto'];
export type EarnedSelection = Schemas['SelectEarningsDto'];
export type Sheet = Schemas['SheetDto'];
export type ClaimPreview = Schemas['ClaimPreviewDto'];
export type ClaimHistory = Schemas['ClaimHistoryDto'];
export type ClaimHistoryItem = Schemas['ClaimHistoryItemDto'];
export type ClaimDetail = Schemas['ClaimDetailDto'];
export type DocumentPart = Schemas['DocumentPartDto'];
export type SubmittedClaim = Schemas['SubmittedClaimDto'];
export type ClaimedCredit = Schemas['ClaimedCreditDto'];
export type Evaluation = Schemas['EvaluationDto'];
export type EvaluationSummary = Schemas['EvaluationSummaryDto'];
export type EvaluationSaved = Schemas['SavedEvaluationDto'];
export type FormSection = Schemas['FormSectionDto'];
export type Question = Schemas['QuestionDto'];
export type ReportStanding = Schemas['ReportStandingDto'];
export type Submission = Schemas['SubmissionDto'];
export type DocumentsView = Schemas['DocumentsViewDto'];
export type DocumentView = Schemas['DocumentViewDto'];
export type CertificateView = Schemas['CertificateViewDto'];
export type SupportRequest = Schemas['SupportRequestDto'];
export type Verification = Schemas['VerificationDto'];

/** An option's key, several, a number, a text, or for a matrix the option's key by row key. */
export type Answer = Evaluation['answers'][string];

/** In which order claims are listed. */
export interface ClaimOrder {
  sort: 'claimedAt' | 'yearEarned' | 'credits';
  order: 'asc' | 'desc';
}

/** An evaluation: a form, and the session or claim it is about when it is about one. */
export interface EvaluationSubject {
  formKey: string;
  offeringId: string | null;
  claimId: string | null;
}
