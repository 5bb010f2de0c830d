import { Global, Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { PassportModule } from '@nestjs/passport';
import { AccessGuard } from './access.guard.js';
import { AccountThrottleService } from './account-throttle.service.js';
import { ApiKeysService } from './api-keys.service.js';
import { BadgeGuard } from './badge.guard.js';
import { BadgeSignInService } from './badge-sign-in.service.js';
import { BadgeStrategy } from './badge.strategy.js';
import { OidcModule } from './oidc/oidc.module.js';
import { PasswordsModule } from './passwords/passwords.module.js';
import { SessionsController } from './sessions.controller.js';
import { SessionsService } from './sessions.service.js';
import { SignInThrottleService } from './sign-in-throttle.service.js';
import { SignInsPurge } from './sign-ins.purge.js';
import { SignInsService } from './sign-ins.service.js';
import { StaffSessionsController } from './staff-sessions.controller.js';
import { StaffService } from './staff.service.js';

/** Who is asking: learners by badge, at their society's provider or by password, staff by password, outside systems by key. */
@Global()
@Module({
  imports: [PassportModule, OidcModule, PasswordsModule],
  controllers: [SessionsController, StaffSessionsController],
  providers: [
    AccountThrottleService,
    ApiKeysService,
    BadgeGuard,
    BadgeSignInService,
    BadgeStrategy,
    SessionsService,
    SignInsPurge,
    SignInsService,
    SignInThrottleService,
    StaffService,
    { provide: APP_GUARD, useClass: AccessGuard },
  ],
  exports: [
    ApiKeysService,
    PasswordsModule,
    SessionsService,
    SignInsService,
    SignInThrottleService,
    StaffService,
  ],
})
export class IdentityModule {}
