import { Controller, Get, Logger, Query, Redirect, Req, Res } from '@nestjs/common';
import { ApiOperation, ApiProperty, ApiResponse, ApiTags } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, IsUUID, MaxLength } from 'class-validator';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { isPlainLocalhost } from '../../config/environment.js';
import { SlowRoute } from '../../http/slow-route.decorator.js';
import { ApiProblem } from '../../problem/api-problem.decorator.js';
import { DomainError } from '../../problem/domain-error.js';
import { isError } from '../../problem/is-error.js';
import { Context } from '../../tenancy/context.decorator.js';
import type { TenantContext } from '../../tenancy/tenant-context.js';
import { Public } from '../access.decorator.js';
import { returnPath } from '../return-path.js';
import { isSameSecret } from '../secrets.js';
import { setSessionCookie } from '../session-cookies.js';
import { type OidcRefusal, refusalOf } from './oidc-refusal.js';
import { OidcSignInService } from './oidc-sign-in.service.js';
import { OidcTransactions } from './oidc-transaction.js';

export class StartOidcDto {
  @ApiProperty({
    type: String,
    format: 'uuid',
    required: false,
    description: 'Without it the latest activity.',
  })
  @IsOptional()
  @IsUUID()
  activityId?: string;

  @ApiProperty({
    type: String,
    required: false,
    description: 'A path of the portal; anything else is ignored.',
  })
  @IsOptional()
  @IsString()
  @MaxLength(1_000)
  returnTo?: string;

  @ApiProperty({
    type: String,
    enum: ['login'],
    required: false,
    description: 'Let the provider ask who it is, even of somebody it knows.',
  })
  @IsOptional()
  @IsIn(['login'])
  prompt?: 'login';
}

interface RedirectTo {
  url: string;
  statusCode: 303;
}

const CALLBACK = '/api/session/oidc/callback';

/** The two redirects of OpenID Connect. People see them pass by, so that refusals lead back to the sign-in page. */
@ApiTags('sign-in')
@Controller('api/session/oidc')
export class OidcController {
  private readonly logger = new Logger('OidcSignIn');

  constructor(
    private readonly signIn: OidcSignInService,
    private readonly transactions: OidcTransactions,
  ) {}

  @Get('start')
  @Public()
  @SlowRoute()
  @Redirect()
  @ApiOperation({
    operationId: 'startOidcSignIn',
    summary: 'Go to the society’s identity provider',
    description:
      'For a browser to navigate to. Comes back to `returnTo`, or to `/sign-in?refused=…` with one of `away`, `cancelled`, `expired`, `refused`, `not-registered`. A sign-in begun lasts fifteen minutes.',
  })
  @ApiResponse({ status: 303, description: 'To the provider.' })
  @ApiProblem('request.invalid', 'not_found', 'tenant.unknown')
  async start(
    @Context() context: TenantContext,
    @Query() query: StartOidcDto,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RedirectTo> {
    const returnTo = returnPath(query.returnTo);
    try {
      const redirectUri = `${originOf(request)}${CALLBACK}`;
      const wish = { redirectUri, returnTo, activityId: query.activityId ?? null };
      const { url, transaction } = await this.signIn.begin(context, wish, query.prompt);
      this.transactions.keep(context, transaction, request, reply);
      return to(url.href);
    } catch (error) {
      return this.refuse(context, error, returnTo);
    }
  }

  @Get('callback')
  @Public()
  @SlowRoute()
  @Redirect()
  @ApiOperation({
    operationId: 'finishOidcSignIn',
    summary: 'Where the identity provider sends the browser back to',
    description: 'Sets the session cookie when the answer belongs to the sign-in this browser has begun.',
  })
  @ApiResponse({ status: 303, description: 'To where the learner was going, or to the sign-in page.' })
  @ApiProblem('tenant.unknown')
  async callback(
    @Context() context: TenantContext,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RedirectTo> {
    const answer = new URL(request.url, 'http://callback.invalid').searchParams;
    const transaction = this.transactions.take(context, request, reply);
    const states = answer.getAll('state');
    if (transaction === null || states.length !== 1 || !isSameSecret(states[0] ?? '', transaction.state)) {
      return backToSignIn('expired', returnPath(transaction?.returnTo));
    }
    try {
      const opened = await this.signIn.finish(context, transaction, answer);
      setSessionCookie('learner', request, reply, opened);
      return to(returnPath(transaction.returnTo));
    } catch (error) {
      // The society has meanwhile gone to another provider, or to none.
      if (error instanceof DomainError && error.code === 'not_found') {
        return backToSignIn('expired', transaction.returnTo);
      }
      return this.refuse(context, error, transaction.returnTo);
    }
  }

  private refuse(context: TenantContext, error: unknown, returnTo: string): RedirectTo {
    const refusal = refusalOf(error);
    if (refusal === null) throw error;
    if (refusal === 'away' || refusal === 'refused') {
      this.logger.warn({
        tenant: context.tenant.slug,
        refusal,
        why: reasonOf(error),
        msg: 'A provider did not sign in',
      });
    }
    return backToSignIn(refusal, returnTo);
  }
}

const to = (url: string): RedirectTo => ({ url, statusCode: 303 });

const backToSignIn = (refusal: OidcRefusal, returnTo: string): RedirectTo =>
  to(`/sign-in?${new URLSearchParams({ refused: refusal, next: returnTo }).toString()}`);

/** As the browser sees us; a provider compares the address with the registered one letter by letter. */
const originOf = (request: FastifyRequest): string =>
  `${isPlainLocalhost(request.hostname) ? 'http' : 'https'}://${request.host.toLowerCase()}`;

/** Codes and the library's sentences only: answers hold tokens and names. */
const reasonOf = (error: unknown): string =>
  isError(error)
    ? `${String(Reflect.get(error, 'code') ?? error.name)}: ${error.message}`.slice(0, 300)
    : 'unknown';
