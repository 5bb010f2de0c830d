import { Module } from '@nestjs/common';
import { LearnersModule } from '../../learners/learners.module.js';
import { IdentityProviders } from './identity-providers.js';
import { OidcController } from './oidc.controller.js';
import { OidcSignInService } from './oidc-sign-in.service.js';
import { OidcTransactions } from './oidc-transaction.js';

/** Sign-in at a society's own identity provider. */
@Module({
  imports: [LearnersModule],
  controllers: [OidcController],
  providers: [IdentityProviders, OidcSignInService, OidcTransactions],
})
export class OidcModule {}
