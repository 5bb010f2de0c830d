import { Module } from '@nestjs/common';
import { KnownDevices } from './known-device.js';
import { LearnerLogins } from './learner-logins.service.js';
import { PasswordResetsPurge } from './password-resets.purge.js';
import { PasswordResetsService } from './password-resets.service.js';
import { PasswordSignInService } from './password-sign-in.service.js';
import { PasswordsController } from './passwords.controller.js';
import { PasswordsService } from './passwords.service.js';
import { StolenPasswords } from './stolen-passwords.js';

/** Usernames and passwords held here, for societies without a provider of their own. */
@Module({
  controllers: [PasswordsController],
  providers: [
    KnownDevices,
    LearnerLogins,
    PasswordResetsPurge,
    PasswordResetsService,
    PasswordSignInService,
    PasswordsService,
    StolenPasswords,
  ],
  exports: [LearnerLogins],
})
export class PasswordsModule {}
