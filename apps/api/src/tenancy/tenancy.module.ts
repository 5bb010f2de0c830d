import { Global, Module } from '@nestjs/common';
import { TenantDirectory } from './tenant-directory.js';
import { TenantViewService } from './tenant-view.service.js';
import { TenantsController } from './tenants.controller.js';

@Global()
@Module({
  controllers: [TenantsController],
  providers: [TenantDirectory, TenantViewService],
  exports: [TenantDirectory],
})
export class TenancyModule {}
