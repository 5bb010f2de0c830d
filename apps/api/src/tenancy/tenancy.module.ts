import { Global, Module } from '@nestjs/common';
import { SignInWays } from './sign-in-ways.service.js';
import { TenantDirectory } from './tenant-directory.js';
import { TenantProfilesService } from './tenant-profiles.service.js';
import { TenantViewService } from './tenant-view.service.js';
import { TenantsController } from './tenants.controller.js';

@Global()
@Module({
  controllers: [TenantsController],
  providers: [SignInWays, TenantDirectory, TenantProfilesService, TenantViewService],
  exports: [SignInWays, TenantDirectory, TenantProfilesService],
})
export class TenancyModule {}
