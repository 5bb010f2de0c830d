import { Body, Controller, HttpCode, Post, Put, Req, Res } from '@nestjs/common';
import {
  ApiAcceptedResponse,
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { BodyLimit, SIGN_IN_BODY_BYTES } from '../../http/body-limit.js';
import { ApiProblem } from '../../problem/api-problem.decorator.js';
import { Context } from '../../tenancy/context.decorator.js';
import type { LearnerContext, TenantContext } from '../../tenancy/tenant-context.js';
import { ForLearners, Public } from '../access.decorator.js';
import { clearSessionCookie, setSessionCookie } from '../session-cookies.js';
import { SessionDto } from '../session.dto.js';
import { SessionsService } from '../sessions.service.js';
import { KnownDevices } from './known-device.js';
import { PasswordResetsService } from './password-resets.service.js';
import { PasswordSignInService } from './password-sign-in.service.js';
import {
  ChangePasswordDto,
  PasswordSignInDto,
  RequestPasswordResetDto,
  ResetPasswordDto,
} from './passwords.dto.js';
import { PasswordsService } from './passwords.service.js';

@ApiTags('sign-in')
@Controller('api')
export class PasswordsController {
  constructor(
    private readonly sessions: SessionsService,
    private readonly passwordSignIn: PasswordSignInService,
    private readonly passwords: PasswordsService,
    private readonly resets: PasswordResetsService,
    private readonly devices: KnownDevices,
  ) {}

  @Post('session/password')
  @BodyLimit(SIGN_IN_BODY_BYTES)
  @Public()
  @ApiOperation({
    operationId: 'signInWithPassword',
    summary: 'Sign in with username and password',
    description:
      'For societies that let Laurel keep passwords; 404 elsewhere. Ten tries a username and network in a quarter of an hour, and ten more in a browser that has signed in before; after that 429 with `Retry-After`. An unknown username and a wrong password are answered the same, in the same time.',
  })
  @ApiCreatedResponse({ type: SessionDto })
  @ApiProblem(
    'request.invalid',
    'sign_in.failed',
    'sign_in.not_registered',
    'sign_in.throttled',
    'request.csrf',
    'not_found',
  )
  async signIn(
    @Context() context: TenantContext,
    @Body() input: PasswordSignInDto,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionDto> {
    const device = this.devices.read(context, request);
    const opened = await this.passwordSignIn.signIn(context, input, { address: request.ip, device });
    const session = await this.sessions.read(context, opened.id);
    setSessionCookie('learner', request, reply, opened);
    this.devices.remember(context, opened.learnerId, request, reply);
    return session;
  }

  @Put('password')
  @BodyLimit(SIGN_IN_BODY_BYTES)
  @HttpCode(204)
  @ForLearners()
  @ApiOperation({
    operationId: 'changePassword',
    summary: 'Change the password; every other browser is signed out',
    description:
      '10 to 200 characters. One that is easily guessed or known to be stolen is refused, and it is said why.',
  })
  @ApiNoContentResponse()
  @ApiProblem(
    'request.invalid',
    'password.wrong',
    'password.weak',
    'sign_in.throttled',
    'sign_in.required',
    'request.csrf',
    'not_found',
  )
  async change(@Context() context: LearnerContext, @Body() input: ChangePasswordDto): Promise<void> {
    await this.passwords.change(context, input);
  }

  @Post('password/reset-request')
  @BodyLimit(SIGN_IN_BODY_BYTES)
  @HttpCode(202)
  @Public()
  @ApiOperation({
    operationId: 'requestPasswordReset',
    summary: 'Ask for a mail with a link to choose a new password',
    description:
      'Always 202, whether the username exists or not. The link works once, for an hour; at most three an hour are mailed.',
  })
  @ApiAcceptedResponse({ description: 'If there is such a username, a mail is on its way.' })
  @ApiProblem('request.invalid', 'request.csrf', 'not_found')
  async requestReset(
    @Context() context: TenantContext,
    @Body() { username }: RequestPasswordResetDto,
    @Req() request: FastifyRequest,
  ): Promise<void> {
    await this.resets.request(context, username, request.ip);
  }

  @Post('password/reset')
  @BodyLimit(SIGN_IN_BODY_BYTES)
  @HttpCode(204)
  @Public()
  @ApiOperation({
    operationId: 'resetPassword',
    summary: 'Choose a new password by the link of a mail; every browser is signed out',
  })
  @ApiNoContentResponse()
  @ApiProblem('request.invalid', 'password.link_expired', 'password.weak', 'request.csrf', 'not_found')
  async reset(
    @Context() context: TenantContext,
    @Body() input: ResetPasswordDto,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    await this.passwords.reset(context, input);
    clearSessionCookie('learner', request, reply);
  }
}
