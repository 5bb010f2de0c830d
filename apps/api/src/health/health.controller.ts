import { Controller, Get, HttpCode, type OnModuleDestroy, Res } from '@nestjs/common';
import {
  ApiOkResponse,
  ApiOperation,
  ApiProperty,
  ApiServiceUnavailableResponse,
  ApiTags,
} from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { WithoutTenant } from '../identity/access.decorator.js';
import { HealthProbes } from './health-probes.js';

export class LivenessDto {
  @ApiProperty({ type: String, enum: ['alive'] }) status: 'alive';
}

export class ProbeDto {
  @ApiProperty({ type: String, example: 'database' }) name: string;
  @ApiProperty({ type: Boolean }) isWell: boolean;
  @ApiProperty({ type: Number, description: 'How long the answer took.' }) milliseconds: number;
}

export class ReadinessDto {
  @ApiProperty({ type: String, enum: ['ready', 'not_ready', 'stopping'] })
  status: 'ready' | 'not_ready' | 'stopping';
  @ApiProperty({ type: [ProbeDto] }) probes: ProbeDto[];
}

@ApiTags('operating')
@Controller('health')
@WithoutTenant()
export class HealthController implements OnModuleDestroy {
  private isStopping = false;

  constructor(private readonly probes: HealthProbes) {}

  @Get('live')
  @HttpCode(200)
  @ApiOperation({ operationId: 'getLiveness', summary: 'Whether the process answers at all' })
  @ApiOkResponse({ type: LivenessDto })
  live(): LivenessDto {
    return { status: 'alive' };
  }

  @Get('ready')
  @ApiOperation({
    operationId: 'getReadiness',
    summary: 'Whether the process should be given requests: database, queue, and what else registered',
  })
  @ApiOkResponse({ type: ReadinessDto })
  @ApiServiceUnavailableResponse({ type: ReadinessDto })
  async ready(@Res({ passthrough: true }) reply: FastifyReply): Promise<ReadinessDto> {
    const probes = await this.probes.run();
    const isReady = !this.isStopping && probes.every(({ isWell }) => isWell);
    if (!isReady) void reply.status(503).header('retry-after', '2');
    return { status: this.isStopping ? 'stopping' : isReady ? 'ready' : 'not_ready', probes };
  }

  /** Before anything is waited for: whoever asks is to see at once that the process goes. */
  onModuleDestroy(): void {
    this.isStopping = true;
  }
}
