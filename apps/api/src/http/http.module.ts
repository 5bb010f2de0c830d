import { Module } from '@nestjs/common';
import { HttpShutdown } from './http-shutdown.js';

/** What HTTP needs besides the adapter. */
@Module({ providers: [HttpShutdown] })
export class HttpModule {}
