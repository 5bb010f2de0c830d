import { Component, computed, DOCUMENT, effect, inject, signal, untracked } from '@angular/core';
import { Banner, Button, Icon, Sheet } from '@laurel/ui';
import { LaurelApi } from '../../core/api/laurel-api.js';
import { ProblemError, sentenceFor } from '../../core/api/problem.js';
import { DeviceStorage } from '../../core/saving/device-storage.js';
import { SessionStore } from '../../core/session/session.store.js';
import { TenantStore } from '../../core/tenant/tenant.store.js';
import { Wording } from '../../core/wording/wording.js';
import { CatalogueStore } from '../catalogue/catalogue.store.js';
import { SupportDesk } from './support-desk.js';
import { NO_DRAFT, parseSupportDraft, type SupportDraft } from './support-draft.js';

const MOST_CHARACTERS = 4_000;

/** A question to the society's desk, with what is sent along shown before it goes. What was typed is never lost. */
@Component({
  selector: 'laurel-support-sheet',
  imports: [Banner, Button, Icon, Sheet],
  templateUrl: './support-sheet.component.html',
  styleUrl: './support-sheet.component.css',
})
export class SupportSheet {
  readonly #api = inject(LaurelApi);
  readonly #catalogue = inject(CatalogueStore);
  readonly #desk = inject(SupportDesk);
  readonly #document = inject(DOCUMENT);
  readonly #session = inject(SessionStore);
  readonly #storage = inject(DeviceStorage);
  readonly #tenants = inject(TenantStore);
  readonly #t = inject(Wording).t;

  protected readonly tenant = this.#tenants.tenant;
  protected readonly session = this.#session.session;
  /** By name, and by what the society calls its badge where the person has one. */
  protected readonly who = computed(() => {
    const session = this.session();
    const badge = session?.registration.badge;
    return [session?.learner.displayName, badge ? `${this.#t('badge')} ${badge}` : '']
      .filter(Boolean)
      .join(', ');
  });
  protected readonly isOpen = computed(() => this.#desk.subject() !== null);
  protected readonly about = computed(() => {
    const offeringId = this.#desk.subject()?.offeringId;
    return offeringId ? (this.#catalogue.byId().get(offeringId)?.title ?? '') : '';
  });
  /** Its name as the window has it; the society is told the path. */
  protected readonly pageTitle = computed(() =>
    this.#desk.subject() ? (this.#document.title.split(' · ')[0] ?? '') : '',
  );
  protected readonly knownEmail = computed(() => this.session()?.learner.email ?? '');
  readonly #storageKey = `laurel:support:${this.#tenants.tenant()?.slug ?? ''}:${this.#session.listKey()}`;
  protected readonly draft = signal<SupportDraft>(NO_DRAFT);
  protected readonly fault = signal('');
  protected readonly refusal = signal('');
  protected readonly isSending = signal(false);
  protected readonly reference = signal('');
  protected readonly answersTo = computed(() => this.draft().replyTo.trim() || this.knownEmail());

  constructor() {
    effect(() => {
      if (!this.isOpen()) return;
      untracked(() => {
        this.reference.set('');
        this.refusal.set('');
        this.fault.set('');
        this.draft.set(parseSupportDraft(this.#storage.read(this.#storageKey)));
      });
    });
  }

  protected change(part: Partial<Pick<SupportDraft, 'message' | 'replyTo'>>): void {
    // Other words are another question.
    this.#keep({ ...this.draft(), ...part, key: null });
    this.fault.set('');
  }

  protected close(): void {
    this.#desk.close();
  }

  protected async send(): Promise<void> {
    const subject = this.#desk.subject();
    const message = this.draft().message.trim();
    if (this.isSending() || !subject) return;
    if (message === '') {
      this.fault.set('Please say what we can help with.');
      return;
    }
    if (message.length > MOST_CHARACTERS) {
      this.fault.set(`Please use at most 4,000 characters; there are ${String(message.length)} now.`);
      return;
    }
    const key = this.draft().key ?? crypto.randomUUID();
    this.#keep({ ...this.draft(), key });
    this.isSending.set(true);
    this.refusal.set('');
    const replyTo = this.draft().replyTo.trim();
    try {
      const { reference } = await this.#api.requestSupport(key, {
        message,
        page: subject.page,
        ...(subject.offeringId ? { offeringId: subject.offeringId } : {}),
        ...(subject.claimId ? { claimId: subject.claimId } : {}),
        ...(replyTo ? { replyTo } : {}),
      });
      this.#storage.write(this.#storageKey, null);
      this.reference.set(reference);
    } catch (cause) {
      this.refusal.set(refusalOf(cause));
    } finally {
      this.isSending.set(false);
    }
  }

  #keep(draft: SupportDraft): void {
    this.draft.set(draft);
    const isEmpty = draft.message === '' && draft.replyTo === '';
    this.#storage.write(this.#storageKey, isEmpty ? null : JSON.stringify(draft));
  }
}

function refusalOf(cause: unknown): string {
  if (cause instanceof ProblemError && cause.isAway) {
    return 'We cannot reach the server. Your words are kept on this device; please send them when you are back.';
  }
  if (cause instanceof ProblemError && cause.problem.faults?.some(({ field }) => field === 'replyTo')) {
    return 'Please check your mail address.';
  }
  return `${sentenceFor(cause)} Your words are kept on this device.`;
}
