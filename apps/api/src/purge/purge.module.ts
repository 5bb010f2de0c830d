import { Global, Module } from '@nestjs/common';
import { PurgeService } from './purge.service.js';

@Global()
@Module({ providers: [PurgeService], exports: [PurgeService] })
export class PurgeModule {}
