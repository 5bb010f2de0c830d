import { CreatePlatform1790000000001 } from './0001-create-platform.js';
import { CreateTenantPeople1790000000002 } from './0002-create-tenant-people.js';
import { CreateCatalogue1790000000003 } from './0003-create-catalogue.js';
import { CreateEvidence1790000000004 } from './0004-create-evidence.js';
import { CreateWorkflowEvaluations1790000000005 } from './0005-create-workflow-evaluations.js';
import { CreateClaims1790000000006 } from './0006-create-claims.js';
import { CreateCertificates1790000000007 } from './0007-create-certificates.js';
import { CreateMessages1790000000008 } from './0008-create-messages.js';
import { AddClaimLifecycle1790000000009 } from './0009-add-claim-lifecycle.js';
import { CreateSignInWays1790000000010 } from './0010-create-sign-in-ways.js';
import { CreateAccountThrottles1790000000011 } from './0011-create-account-throttles.js';
import { CreateCourses1790000000012 } from './0012-create-courses.js';
import { CreateAnonymousEvaluations1790000000013 } from './0013-create-anonymous-evaluations.js';
import { CreateHookMessages1790000000014 } from './0014-create-hook-messages.js';
import { CreateEarnedYears1790000000015 } from './0015-create-earned-years.js';
import { CreateCreditWarnings1790000000016 } from './0016-create-credit-warnings.js';
import { AddCreditTypeStatements1790000000020 } from './0020-add-credit-type-statements.js';
import { AddOwnProfessions1790000000021 } from './0021-add-own-professions.js';
import { AddStaffRemoval1790000000022 } from './0022-add-staff-removal.js';
import { AddCertificateEditions1790000000023 } from './0023-add-certificate-editions.js';
import { IndexForeignKeys1790000000029 } from './0029-index-foreign-keys.js';
import { AddMailGoodUntil1790000000041 } from './0041-add-mail-good-until.js';
import { AddActivityRetirement1790000000042 } from './0042-add-activity-retirement.js';

/** In the order they are applied; one concern each. */
export const migrations = [
  CreatePlatform1790000000001,
  CreateTenantPeople1790000000002,
  CreateCatalogue1790000000003,
  CreateEvidence1790000000004,
  CreateWorkflowEvaluations1790000000005,
  CreateClaims1790000000006,
  CreateCertificates1790000000007,
  CreateMessages1790000000008,
  AddClaimLifecycle1790000000009,
  CreateSignInWays1790000000010,
  CreateAccountThrottles1790000000011,
  CreateCourses1790000000012,
  CreateAnonymousEvaluations1790000000013,
  CreateHookMessages1790000000014,
  CreateEarnedYears1790000000015,
  CreateCreditWarnings1790000000016,
  AddCreditTypeStatements1790000000020,
  AddOwnProfessions1790000000021,
  AddStaffRemoval1790000000022,
  AddCertificateEditions1790000000023,
  IndexForeignKeys1790000000029,
  AddMailGoodUntil1790000000041,
  AddActivityRetirement1790000000042,
];
