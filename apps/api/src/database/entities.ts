import { AuditEvent } from '../audit/audit-event.entity.js';
import { Activity } from '../catalogue/activity.entity.js';
import { Course } from '../catalogue/course.entity.js';
import { CreditType } from '../catalogue/credit-type.entity.js';
import { ImportRun } from '../catalogue/import-run.entity.js';
import { Offering } from '../catalogue/offering.entity.js';
import { Registration } from '../catalogue/registration.entity.js';
import { CertificateCounter } from '../certificates/certificate-counter.entity.js';
import { StoredCertificateTemplate } from '../certificates/certificate-template.entity.js';
import { Certificate } from '../certificates/certificate.entity.js';
import { DocumentRequest } from '../certificates/document-request.entity.js';
import { ClaimLine } from '../claims/claim-line.entity.js';
import { Claim } from '../claims/claim.entity.js';
import { ClaimedCreditRow } from '../claims/claimed-credit.entity.js';
import { StoredDecisionTrail } from '../claims/decision-trail.entity.js';
import { FormInput } from '../claims/form-input.entity.js';
import { IdempotencyKey } from '../claims/idempotency-key.entity.js';
import { AnonymousAnswer } from '../evaluations/anonymous-answer.entity.js';
import { CreditWarning } from '../earnings/credit-warning.entity.js';
import { EvaluationForm } from '../evaluations/evaluation-form.entity.js';
import { EvaluationResponse } from '../evaluations/evaluation-response.entity.js';
import { SealedAnswer } from '../evaluations/sealed-answer.entity.js';
import { Evidence } from '../evidence/evidence.entity.js';
import { Fact } from '../evidence/fact.entity.js';
import { HookMessage } from '../evidence/hook-message.entity.js';
import { PollState } from '../evidence/poll-state.entity.js';
import { Account } from '../identity/account.entity.js';
import { AccountThrottle } from '../identity/account-throttle.entity.js';
import { ApiKey } from '../identity/api-key.entity.js';
import { LearnerPassword } from '../identity/passwords/learner-password.entity.js';
import { PasswordReset } from '../identity/passwords/password-reset.entity.js';
import { SignInThrottle } from '../identity/sign-in-throttle.entity.js';
import { SignIn } from '../identity/sign-in.entity.js';
import { StaffMember } from '../identity/staff-member.entity.js';
import { LearnerIdentity } from '../learners/learner-identity.entity.js';
import { Learner } from '../learners/learner.entity.js';
import { Mail } from '../mail/mail.entity.js';
import { Delivery } from '../reporting/delivery.entity.js';
import { Report } from '../reporting/report.entity.js';
import { TenantProfile } from '../tenancy/tenant-profile.entity.js';
import { Tenant } from '../tenancy/tenant.entity.js';
import { StoredWorkflow } from '../workflow/saved/workflow.entity.js';

/** Every table, in the order of the house: who, what, evidence, claims, documents, messages. */
export const entities = [
  Tenant,
  TenantProfile,
  Account,
  AccountThrottle,
  StaffMember,
  SignIn,
  SignInThrottle,
  ApiKey,
  Learner,
  LearnerIdentity,
  LearnerPassword,
  PasswordReset,
  CreditType,
  Activity,
  Course,
  Offering,
  Registration,
  ImportRun,
  Evidence,
  Fact,
  PollState,
  HookMessage,
  StoredWorkflow,
  EvaluationForm,
  EvaluationResponse,
  SealedAnswer,
  AnonymousAnswer,
  Claim,
  ClaimLine,
  ClaimedCreditRow,
  CreditWarning,
  FormInput,
  StoredDecisionTrail,
  IdempotencyKey,
  StoredCertificateTemplate,
  CertificateCounter,
  Certificate,
  DocumentRequest,
  Mail,
  Report,
  Delivery,
  AuditEvent,
];
