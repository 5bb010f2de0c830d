import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { DomainError } from '../problem/domain-error.js';
import type { Actor, TenantContext, TenantIdentity } from '../tenancy/tenant-context.js';
import { TenantDirectory } from '../tenancy/tenant-directory.js';
import { ACCESS, type Access } from './access.decorator.js';
import { ApiKeysService } from './api-keys.service.js';
import { isUnsafe, refuseOtherOrigins, requireCsrfToken } from './same-origin.js';
import { type CookieKind, sessionTokenOf } from './session-cookies.js';
import { SignInsService } from './sign-ins.service.js';

const visitor: Actor = Object.freeze({ kind: 'visitor' });

/** Answers, before anything else, in which tenant and on whose behalf a request is made, and whether it may. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly tenants: TenantDirectory,
    private readonly signIns: SignInsService,
    private readonly apiKeys: ApiKeysService,
  ) {}

  async canActivate(execution: ExecutionContext): Promise<boolean> {
    const access = this.reflector.getAllAndOverride<Access | undefined>(ACCESS, [
      execution.getHandler(),
      execution.getClass(),
    ]);
    const request = execution.switchToHttp().getRequest<FastifyRequest>();
    if (access === undefined) throw new DomainError('access.denied');
    if (access.kind === 'platform') return true;

    const tenant = await this.tenants.byHost(request.hostname);
    if (tenant === null) throw new DomainError('tenant.unknown');
    if (isUnsafe(request)) refuseOtherOrigins(request);
    const actor = await this.actorFor(access, tenant, request);
    request.tenantContext = Object.freeze({ tenant, actor }) satisfies TenantContext;
    return true;
  }

  private async actorFor(access: Access, tenant: TenantIdentity, request: FastifyRequest): Promise<Actor> {
    switch (access.kind) {
      case 'public':
      case 'platform':
        return visitor;
      case 'learner': {
        const actor = await this.signedIn('learner', tenant, request);
        if (actor.kind !== 'learner') throw new DomainError('sign_in.required');
        const activityId = paramOf(request, 'activityId');
        // The same for one that is there and one that is not.
        if (activityId !== undefined && activityId !== actor.activityId) {
          throw new DomainError('not_found', { detail: 'You are not signed in to this activity.' });
        }
        return actor;
      }
      case 'staff': {
        const actor = await this.signedIn('staff', tenant, request);
        if (actor.kind !== 'staff') throw new DomainError('sign_in.required');
        const isAllowed =
          actor.role === 'owner' || access.roles.length === 0 || access.roles.includes(actor.role);
        if (!isAllowed) throw new DomainError('access.denied');
        return actor;
      }
      case 'api-key':
        return this.keyHolder(access.scope, tenant, request);
    }
  }

  private async signedIn(kind: CookieKind, tenant: TenantIdentity, request: FastifyRequest): Promise<Actor> {
    const token = sessionTokenOf(kind, request);
    const found = token === undefined ? null : await this.signIns.find({ tenant }, token);
    if (found === null) throw new DomainError('sign_in.required');
    if (isUnsafe(request)) requireCsrfToken(request, found.csrfToken);
    return found.actor;
  }

  private async keyHolder(scope: string, tenant: TenantIdentity, request: FastifyRequest): Promise<Actor> {
    const key = /^Bearer (\S{20,200})$/i.exec(request.headers.authorization ?? '')?.[1];
    const holder = key === undefined ? null : await this.apiKeys.find({ tenant }, key);
    if (holder === null) throw new DomainError('api_key.required');
    const plugin = paramOf(request, 'plugin');
    const needed = plugin === undefined ? scope : `${scope}:${plugin}`;
    if (!holder.scopes.includes(needed)) throw new DomainError('access.denied');
    return holder;
  }
}

const paramOf = (request: FastifyRequest, name: string): string | undefined => {
  const { params } = request;
  if (typeof params !== 'object' || params === null || !(name in params)) return undefined;
  const value: unknown = Reflect.get(params, name);
  return typeof value === 'string' ? value : undefined;
};
