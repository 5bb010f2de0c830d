import type { EnvironmentInjector } from '@angular/core';
import { LaurelApi } from '../core/api/laurel-api.js';
import { ProblemError } from '../core/api/problem.js';
import { SessionStore } from '../core/session/session.store.js';
import { Layout } from '../core/layout/layout.js';
import { CartStore } from './cart/cart.store.js';

/** Where somebody lands: where the claim is in and nothing else is open, what is left are the certificates. */
export async function landing(injector: EnvironmentInjector): Promise<string> {
  const home = injector.get(Layout).home();
  const activity = injector.get(SessionStore).activity();
  if (activity === null || home !== '/sessions') return home;
  try {
    const cart = await injector.get(LaurelApi).cart(activity.id);
    // Made only now, so that it does not ask for the same again.
    injector.get(CartStore).accept(cart);
    return cart.state === 'submitted' ? '/certificates' : home;
  } catch (cause) {
    // The page itself says what is wrong, and offers to try again.
    if (cause instanceof ProblemError) return home;
    throw cause;
  }
}
