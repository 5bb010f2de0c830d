import { Module } from '@nestjs/common';
import { ClaimStandingModule } from '../claim-standing/claim-standing.module.js';
import { LearnerIdentifiersModule } from '../learners/learner-identifiers.service.js';
import { WorkflowModule } from '../workflow/workflow.module.js';
import { AutomaticIssuingService } from './automatic-issuing.service.js';
import { CertificateNotices } from './certificate-notices.js';
import { CertificatePrinter } from './certificate-printer.js';
import { CertificateRenderer } from './certificate-renderer.js';
import { SheetThread } from './sheet-thread.js';
import { CertificateSheetsService } from './certificate-sheets.service.js';
import { CertificateTemplatesService } from './certificate-templates.service.js';
import { CertificateViews } from './certificate-view.js';
import { CertificatesController } from './certificates.controller.js';
import { CertificatesService } from './certificates.service.js';
import { DocumentRequestsService } from './document-requests.service.js';
import { DocumentsAnew } from './documents-anew.service.js';
import { DocumentsController } from './documents.controller.js';
import { DocumentsService } from './documents.service.js';
import { IssuingService } from './issuing.service.js';
import { IssuingSweep } from './issuing-sweep.js';
import { NameCorrections } from './name-corrections.service.js';
import { ReissuingService } from './reissuing.service.js';
import { RevokingService } from './revoking.service.js';
import { VerificationsController } from './verifications.controller.js';
import { VerificationsService } from './verifications.service.js';

/** Documents for submitted claims: offered, made, fetched, asked of the society, verified. */
@Module({
  imports: [WorkflowModule, ClaimStandingModule, LearnerIdentifiersModule],
  controllers: [DocumentsController, CertificatesController, VerificationsController],
  providers: [
    AutomaticIssuingService,
    CertificateNotices,
    CertificatePrinter,
    CertificateRenderer,
    CertificateSheetsService,
    SheetThread,
    CertificatesService,
    CertificateTemplatesService,
    CertificateViews,
    DocumentRequestsService,
    DocumentsAnew,
    DocumentsService,
    IssuingService,
    IssuingSweep,
    NameCorrections,
    ReissuingService,
    RevokingService,
    VerificationsService,
  ],
  exports: [
    AutomaticIssuingService,
    CertificateRenderer,
    CertificateSheetsService,
    CertificatesService,
    CertificateTemplatesService,
    DocumentsAnew,
    DocumentsService,
    NameCorrections,
    ReissuingService,
    RevokingService,
  ],
})
export class CertificatesModule {}
