import { Body, Controller, Delete, Get, HttpCode, Patch, Post, Req, Res, UseGuards } from '@nestjs/common';
import {
  ApiBody,
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { BodyLimit, SIGN_IN_BODY_BYTES } from '../http/body-limit.js';
import { ApiProblem } from '../problem/api-problem.decorator.js';
import { Context } from '../tenancy/context.decorator.js';
import type { LearnerContext, TenantContext } from '../tenancy/tenant-context.js';
import { ForLearners, Public } from './access.decorator.js';
import { BadgeGuard, Opened } from './badge.guard.js';
import { clearSessionCookie, setSessionCookie } from './session-cookies.js';
import { SessionDto, UpdateProfileDto } from './session.dto.js';
import { SessionsService } from './sessions.service.js';
import { SignInDto } from './sign-in.dto.js';
import { type OpenedSignIn, SignInsService } from './sign-ins.service.js';

@ApiTags('sign-in')
@Controller('api')
export class SessionsController {
  constructor(
    private readonly sessions: SessionsService,
    private readonly signIns: SignInsService,
  ) {}

  @Post('session')
  @BodyLimit(SIGN_IN_BODY_BYTES)
  @Public()
  @UseGuards(BadgeGuard)
  @ApiOperation({
    operationId: 'signIn',
    summary: 'Sign in with badge number and last name',
    description:
      'Sets the session cookie. Ten tries a badge from one network, a hundred a badge from anywhere and three hundred a network in a quarter of an hour; after that 429 with `Retry-After`. The answer to a wrong badge and to a wrong name is the same.',
  })
  @ApiBody({ type: SignInDto })
  @ApiCreatedResponse({ type: SessionDto })
  @ApiProblem('request.invalid', 'sign_in.failed', 'request.csrf', 'tenant.unknown', 'sign_in.throttled')
  async signIn(
    @Context() context: TenantContext,
    @Opened() opened: OpenedSignIn,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionDto> {
    const session = await this.sessions.read(context, opened.id);
    setSessionCookie('learner', request, reply, opened);
    return session;
  }

  @Get('session')
  @ForLearners()
  @ApiOperation({ operationId: 'getSession', summary: 'Who is signed in, and where' })
  @ApiOkResponse({ type: SessionDto })
  @ApiProblem('sign_in.required')
  async read(@Context() context: LearnerContext): Promise<SessionDto> {
    return this.sessions.read(context, context.actor.signInId);
  }

  @Delete('session')
  @HttpCode(204)
  @ForLearners()
  @ApiOperation({ operationId: 'signOut', summary: 'Sign this browser out' })
  @ApiNoContentResponse()
  @ApiProblem('sign_in.required', 'request.csrf')
  async signOut(
    @Context() context: LearnerContext,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    await this.signIns.revoke(context, context.actor.signInId);
    clearSessionCookie('learner', request, reply);
  }

  @Delete('sessions')
  @HttpCode(204)
  @ForLearners()
  @ApiOperation({ operationId: 'signOutEverywhere', summary: 'Sign this learner out of every browser' })
  @ApiNoContentResponse()
  @ApiProblem('sign_in.required', 'request.csrf')
  async signOutEverywhere(
    @Context() context: LearnerContext,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    await this.signIns.revokeAllOf(context);
    clearSessionCookie('learner', request, reply);
  }

  @Patch('profile')
  @ForLearners()
  @ApiOperation({
    operationId: 'updateProfile',
    summary: 'Name and credentials as they stand on certificates issued from now on',
  })
  @ApiOkResponse({ type: SessionDto })
  @ApiProblem('request.invalid', 'sign_in.required', 'request.csrf')
  async updateProfile(
    @Context() context: LearnerContext,
    @Body() changes: UpdateProfileDto,
  ): Promise<SessionDto> {
    return this.sessions.updateProfile(context, changes);
  }
}
