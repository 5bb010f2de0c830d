import { Injectable } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import { plainToInstance } from 'class-transformer';
import { validate } from 'class-validator';
import type { FastifyRequest } from 'fastify';
import { Strategy } from 'passport-custom';
import { DomainError } from '../problem/domain-error.js';
import { faultsOf } from '../problem/validation.pipe.js';
import type { BadgeSignInService } from './badge-sign-in.service.js';
import { SignInDto } from './sign-in.dto.js';
import type { OpenedSignIn } from './sign-ins.service.js';

/** What the guard passes along with the request. */
export interface BadgeStrategyOptions {
  badgeSignIn: BadgeSignInService;
}

/**
 * Passport's strategy for badge and last name. Passport keeps strategies for the whole process; the service
 * therefore comes with each request, so that two applications in one process never answer for each other.
 */
@Injectable()
export class BadgeStrategy extends PassportStrategy(Strategy, 'badge') {
  constructor() {
    super({ passOptionsToCallback: true });
  }

  async validate(request: FastifyRequest, { badgeSignIn }: BadgeStrategyOptions): Promise<OpenedSignIn> {
    // Guards run before pipes, so the body is checked here, by the same rules.
    const input = plainToInstance(SignInDto, request.body ?? {});
    const errors = await validate(input, { whitelist: true, forbidNonWhitelisted: true });
    if (errors.length > 0) throw new DomainError('request.invalid', { faults: faultsOf(errors) });
    const { tenantContext } = request;
    if (tenantContext === undefined) throw new Error('Sign-in was asked for without a tenant');
    return badgeSignIn.signIn(tenantContext, input, request.ip);
  }
}
