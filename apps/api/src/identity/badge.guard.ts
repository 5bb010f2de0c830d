import { type ExecutionContext, Injectable, createParamDecorator } from '@nestjs/common';
import { AuthGuard } from '@nestjs/passport';
import type { FastifyRequest } from 'fastify';
import { DomainError } from '../problem/domain-error.js';
import { BadgeSignInService } from './badge-sign-in.service.js';
import type { BadgeStrategyOptions } from './badge.strategy.js';
import type { OpenedSignIn } from './sign-ins.service.js';
import { isError } from '../problem/is-error.js';

declare module 'fastify' {
  interface FastifyRequest {
    /** What a Passport strategy answered. */
    user?: OpenedSignIn;
  }
}

/** Signs in by badge before the controller is asked. */
@Injectable()
export class BadgeGuard extends AuthGuard('badge') {
  constructor(private readonly badgeSignIn: BadgeSignInService) {
    super();
  }

  override getAuthenticateOptions() {
    return { session: false, badgeSignIn: this.badgeSignIn } satisfies BadgeStrategyOptions & {
      session: boolean;
    };
  }

  override handleRequest<T>(error: unknown, user: T | false | null | undefined): T {
    if (isError(error)) throw error;
    if (user === false || user === null || user === undefined) throw new DomainError('sign_in.failed');
    return user;
  }
}

/** The sign-in that a Passport guard has just opened. */
export const Opened = createParamDecorator((_: unknown, execution: ExecutionContext): OpenedSignIn => {
  const { user } = execution.switchToHttp().getRequest<FastifyRequest>();
  if (user === undefined) throw new Error('This route has no guard that signs in');
  return user;
});
