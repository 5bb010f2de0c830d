import { Global, Module } from '@nestjs/common';
import { SignInWays } from './sign-in-ways.service.js';
import { TenantDirectory } from './tenant-directory.js';
import { TenantRetirement } from './tenant-retirement.service.js';
import { TenantProfilesService } from './tenant-profiles.service.js';
import { TenantViewService } from './tenant-view.service.js';
import { TenantsController } from './tenants.controller.js';

@Global()
@Module({
  controllers: [TenantsController],
  providers: [TenantRetirement, SignInWays, TenantDirectory, TenantProfilesService, TenantViewService],
  exports: [TenantRetirement, SignInWays, TenantDirectory, TenantProfilesService],
})
export class TenancyModule {}
