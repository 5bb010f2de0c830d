import { Body, Controller, Delete, Get, HttpCode, Post, Req, Res } from '@nestjs/common';
import {
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiProperty,
  ApiTags,
} from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { BodyLimit, SIGN_IN_BODY_BYTES } from '../http/body-limit.js';
import { ApiProblem } from '../problem/api-problem.decorator.js';
import { Context } from '../tenancy/context.decorator.js';
import type { StaffContext, TenantContext } from '../tenancy/tenant-context.js';
import { ForStaff, Public } from './access.decorator.js';
import { clearSessionCookie, setSessionCookie } from './session-cookies.js';
import { StaffSignInDto } from './sign-in.dto.js';
import { SignInsService } from './sign-ins.service.js';
import { type StaffRole, staffRoles } from './staff-roles.js';
import { StaffService } from './staff.service.js';

export class StaffSessionDto {
  @ApiProperty({ type: String }) csrfToken: string;
  @ApiProperty({ type: String, format: 'date-time' }) expiresAt: string;
  @ApiProperty({ type: String, enum: staffRoles, enumName: 'StaffRole' }) role: StaffRole;
}

@ApiTags('sign-in')
@Controller('api/staff/session')
export class StaffSessionsController {
  constructor(
    private readonly staff: StaffService,
    private readonly signIns: SignInsService,
  ) {}

  @Post()
  @BodyLimit(SIGN_IN_BODY_BYTES)
  @Public()
  @ApiOperation({ operationId: 'signInStaff', summary: 'Sign in as staff with mail address and password' })
  @ApiCreatedResponse({ type: StaffSessionDto })
  @ApiProblem('request.invalid', 'sign_in.failed', 'request.csrf', 'tenant.unknown', 'sign_in.throttled')
  async signIn(
    @Context() context: TenantContext,
    @Body() input: StaffSignInDto,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StaffSessionDto> {
    const opened = await this.staff.signIn(context, input, request.ip);
    const session = await this.signIns.staffSession(context, opened.id);
    setSessionCookie('staff', request, reply, opened);
    return session;
  }

  @Get()
  @ForStaff()
  @ApiOperation({ operationId: 'getStaffSession', summary: 'Which role is signed in' })
  @ApiOkResponse({ type: StaffSessionDto })
  @ApiProblem('sign_in.required')
  async read(@Context() context: StaffContext): Promise<StaffSessionDto> {
    return this.signIns.staffSession(context, context.actor.signInId);
  }

  @Delete()
  @HttpCode(204)
  @ForStaff()
  @ApiOperation({ operationId: 'signOutStaff', summary: 'Sign this browser out as staff' })
  @ApiNoContentResponse()
  @ApiProblem('sign_in.required', 'request.csrf')
  async signOut(
    @Context() context: StaffContext,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    await this.signIns.revoke(context, context.actor.signInId);
    clearSessionCookie('staff', request, reply);
  }
}
