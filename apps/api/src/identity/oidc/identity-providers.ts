import { Injectable } from '@nestjs/common';
import { type Configuration, None, allowInsecureRequests, customFetch, discovery } from 'openid-client';
import { Clock } from '../../config/clock.js';
import { Environment } from '../../config/environment.js';
import { SignInWays } from '../../tenancy/sign-in-ways.service.js';
import type { OidcWay } from '../../tenancy/sign-in-ways.js';
import type { TenantContext } from '../../tenancy/tenant-context.js';
import { hashOf } from '../secrets.js';
import { providerFetch } from './provider-http.js';

/** A provider's new addresses and keys are seen within this time. */
const KNOWN_FOR_MINUTES = 10;
const TIMEOUT_SECONDS = 5;
/** One a society; the bound is only against mistakes. */
const MOST_ENTRIES = 1_000;

interface Remembered {
  configuration: Promise<Configuration>;
  until: Temporal.Instant;
}

/** What is known of the societies' identity providers: discovered when needed, remembered briefly. */
@Injectable()
export class IdentityProviders {
  private readonly remembered = new Map<string, Remembered>();

  constructor(
    private readonly environment: Environment,
    private readonly clock: Clock,
    private readonly ways: SignInWays,
  ) {}

  /**
   * The provider of this way, discovered at its issuer. Many who ask at once cause one question.
   *
   * @throws whatever `openid-client` or the connection throws while the provider is away
   */
  async of(context: Pick<TenantContext, 'tenant'>, way: OidcWay): Promise<Configuration> {
    // The society is part of the key: two societies may share a provider, but never a configuration.
    const key = hashOf(
      JSON.stringify([context.tenant.id, way.issuer, way.clientId, way.clientSecret ?? null]),
    );
    const now = this.clock.now();
    const known = this.remembered.get(key);
    if (known !== undefined && Temporal.Instant.compare(now, known.until) < 0) return known.configuration;

    if (this.remembered.size >= MOST_ENTRIES) this.remembered.clear();
    const configuration = this.discover(context, way);
    this.remembered.set(key, { configuration, until: now.add({ minutes: KNOWN_FOR_MINUTES }) });
    // A failure is not remembered: the next learner asks again.
    configuration.catch(() => this.remembered.delete(key));
    return configuration;
  }

  private async discover(context: Pick<TenantContext, 'tenant'>, way: OidcWay): Promise<Configuration> {
    const secret = this.ways.clientSecretOf(context, way);
    const isLocal = this.environment.areLoopbackProvidersAllowed;
    return discovery(
      new URL(way.issuer),
      way.clientId,
      secret ?? undefined,
      secret === null ? None() : undefined,
      {
        timeout: TIMEOUT_SECONDS,
        [customFetch]: providerFetch(isLocal),
        // What may be asked without TLS is decided above; without this the library would refuse this machine too.
        // eslint-disable-next-line @typescript-eslint/no-deprecated -- not to be removed: marked so by the library as a warning, and only used where loopback providers are allowed
        ...(isLocal ? { execute: [allowInsecureRequests] } : {}),
      },
    );
  }
}
