import { Global, Module } from '@nestjs/common';
import { TenantDirectory } from './tenant-directory.js';
import { TenantProfilesService } from './tenant-profiles.service.js';
import { TenantViewService } from './tenant-view.service.js';
import { TenantsController } from './tenants.controller.js';

@Global()
@Module({
  controllers: [TenantsController],
  providers: [TenantDirectory, TenantProfilesService, TenantViewService],
  exports: [TenantDirectory, TenantProfilesService],
})
export class TenancyModule {}
