import { computed, DOCUMENT, inject, Service, signal } from '@angular/core';
import type { Session } from '../api/contract.js';
import { LaurelApi } from '../api/laurel-api.js';
import { ProblemError } from '../api/problem.js';
import { Connection } from '../connection/connection.js';
import { DeviceStorage } from '../saving/device-storage.js';
import { TenantStore } from '../tenant/tenant.store.js';
import { ActivityTime } from '../time/activity-time.js';
import { SignInGate } from '../api/sign-in-gate.js';

/**
 * Says that somebody has signed in here, since scripts cannot see the cookie. It grants nothing; without it a first
 * visit need not ask the server who it is.
 */
const SIGN_OF_SESSION = 'laurel:signed-in';

/** Which way was used here last, so that it is offered first. */
const LAST_WAY = 'laurel:way';

export interface Credentials {
  badge: string;
  lastName: string;
  activityId?: string;
}

export interface PasswordCredentials {
  username: string;
  password: string;
  activityId?: string;
}

/** Who is signed in, at which activity; and that activity's clock. */
@Service()
export class SessionStore {
  readonly #api = inject(LaurelApi);
  readonly #gate = inject(SignInGate);
  readonly #storage = inject(DeviceStorage);
  readonly #tenants = inject(TenantStore);
  readonly #document = inject(DOCUMENT);
  readonly #connection = inject(Connection);
  readonly #session = signal<Session | null>(null);
  readonly #isAway = signal(false);
  #known: Promise<void> = Promise.resolve();

  /** The page was opened without a network, and nobody can tell yet whether somebody is signed in. */
  readonly isAway = this.#isAway.asReadonly();

  readonly session = this.#session.asReadonly();
  readonly isSignedIn = computed(() => this.#session() !== null);
  readonly learner = computed(() => this.#session()?.learner ?? null);
  readonly activity = computed(() => this.#session()?.activity ?? null);
  readonly time = computed(
    () =>
      new ActivityTime(
        this.activity()?.timeZone ?? this.#tenants.tenant()?.timeZone ?? 'UTC',
        this.#tenants.tenant()?.language ?? 'en',
      ),
  );

  /** The activity signed in to. @throws Error on a page that the signed-in guard does not keep. */
  activityId(): string {
    const activity = this.activity();
    if (!activity) throw new Error('No activity: this page needs the signed-in guard.');
    return activity.id;
  }

  /** Names what is kept on this device for this learner at this activity. */
  listKey(): string {
    return `${this.learner()?.id ?? ''}:${this.activityId()}`;
  }

  /** Takes up the session of the cookie, if there is one; while the server is away, `known` goes on trying. */
  async resume(): Promise<void> {
    if (this.#storage.read(SIGN_OF_SESSION) === null && this.#storage.canKeep()) return;
    if (await this.#tryToResume()) return;
    this.#isAway.set(true);
    this.#known = this.#resumeWhenBack();
  }

  /** Resolves when it is known whether somebody is signed in. */
  known(): Promise<void> {
    return this.#known;
  }

  async #resumeWhenBack(): Promise<void> {
    do await this.#connection.mayBeBack();
    while (!(await this.#tryToResume()));
    this.#isAway.set(false);
  }

  /** @returns false while the server is away */
  async #tryToResume(): Promise<boolean> {
    try {
      this.accept(await this.#api.session());
    } catch (cause) {
      if (!(cause instanceof ProblemError)) throw cause;
      if (cause.isAway) return false;
      if (cause.status === 401) this.#storage.write(SIGN_OF_SESSION, null);
    }
    return true;
  }

  /** @throws ProblemError with one plain sentence for every way a badge and a name can be wrong. */
  async signIn(credentials: Credentials): Promise<void> {
    this.#take(await this.#api.signIn(credentials));
  }

  /** @throws ProblemError with one plain sentence for every way a username and a password can be wrong. */
  async signInWithPassword(credentials: PasswordCredentials): Promise<void> {
    this.#take(await this.#api.signInWithPassword(credentials));
  }

  /** The way that opened the door here the last time; null on a new device. */
  lastWay(): string | null {
    return this.#storage.read(LAST_WAY);
  }

  /** Before the browser goes to the society's own sign-in; it comes back with a session, or without. */
  leaveForProvider(): void {
    this.#storage.write(SIGN_OF_SESSION, '1');
    this.#gate.leave();
  }

  #take(session: Session): void {
    const before = this.#session();
    if (before && (before.learner.id !== session.learner.id || before.activity.id !== session.activity.id)) {
      // Somebody else has taken the device: nothing of the first person may stay on the screen.
      this.#leaveTo('/');
      return;
    }
    this.accept(session);
  }

  accept(session: Session): void {
    this.#session.set(session);
    this.#storage.write(SIGN_OF_SESSION, '1');
    this.#storage.write(LAST_WAY, session.signedInBy);
    this.#gate.open(session);
  }

  /** @param kept where the person's work is: all of it with the society, or some of it on this device still */
  async signOut(isEverywhere = false, kept: 'all' | 'here' = 'all'): Promise<void> {
    await (isEverywhere ? this.#api.signOutEverywhere() : this.#api.signOut());
    this.#gate.lock();
    this.#storage.write(SIGN_OF_SESSION, null);
    this.#leaveTo(`/sign-in?saved=${kept}`);
  }

  /** A full navigation, so that nothing of this person stays in memory. */
  #leaveTo(path: string): void {
    this.#document.location.assign(path);
  }
}
