import { Global, Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { AccessGuard } from './access.guard.js';
import { ApiKeysService } from './api-keys.service.js';
import { SignInsService } from './sign-ins.service.js';

@Global()
@Module({
  providers: [SignInsService, ApiKeysService, { provide: APP_GUARD, useClass: AccessGuard }],
  exports: [SignInsService, ApiKeysService],
})
export class IdentityModule {}
