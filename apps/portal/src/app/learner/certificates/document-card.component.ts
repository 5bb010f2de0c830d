import { Component, computed, effect, inject, input, signal, untracked } from '@angular/core';
import { Banner, Button, Card, Icon, Reasons } from '@laurel/ui';
import type { DocumentView } from '../../core/api/contract.js';
import { ProblemError, sentenceFor } from '../../core/api/problem.js';
import { SessionStore } from '../../core/session/session.store.js';
import { CertificateSkeleton } from './certificate-skeleton.component.js';
import { CertificatePanel } from './certificate-panel.component.js';
import { promiseSentence } from './certificate-words.js';
import { CertificatesStore } from './certificates.store.js';
import { type InputForm, DocumentInputs } from './document-inputs.component.js';

/** One of the "Available Certificates": why not, what it needs, how it is made, and the certificate itself. */
@Component({
  selector: 'laurel-document-card',
  imports: [Banner, Button, Card, CertificatePanel, CertificateSkeleton, DocumentInputs, Icon, Reasons],
  templateUrl: './document-card.component.html',
  styleUrl: './document-card.component.css',
})
export class DocumentCard {
  readonly #store = inject(CertificatesStore);
  readonly #time = inject(SessionStore).time;

  readonly document = input.required<DocumentView>();

  /** The first of the page: one primary action a screen. */
  readonly isLead = input(true);

  protected readonly problem = signal('');
  protected readonly faults = signal<ReadonlyMap<string, string>>(new Map());
  protected readonly headingId = computed(() => `document-${this.document().key}`);
  protected readonly certificate = computed(() => this.document().certificate);
  protected readonly isMaking = computed(
    () => this.#store.making().has(this.document().key) || this.certificate()?.state === 'issuing',
  );
  protected readonly hasFailed = computed(() => this.certificate()?.state === 'failed');
  protected readonly isThere = computed(() => this.certificate() !== null && !this.hasFailed());
  protected readonly lastDay = computed(() => {
    const day = this.document().request?.lastDay;
    return day ? this.#time().fullDay(day) : null;
  });
  protected readonly promise = computed(() => promiseSentence(this.document().request?.promise ?? ''));
  protected readonly announcement = signal('');

  constructor() {
    let wasMaking = false;
    effect(() => {
      const isMaking = this.isMaking();
      if (wasMaking && !isMaking && this.isThere()) {
        untracked(() => this.announcement.set(`${this.document().title} is ready.`));
      }
      wasMaking = isMaking;
    });
  }

  protected async generate(inputs?: InputForm): Promise<void> {
    if (this.isMaking()) return;
    this.problem.set('');
    this.faults.set(new Map());
    try {
      await this.#store.generate(this.document().key, inputs);
    } catch (cause) {
      const faults = cause instanceof ProblemError ? (cause.problem.faults ?? []) : [];
      const named = faults.flatMap(({ field, message }): [string, string][] =>
        field?.startsWith('inputs.') ? [[field.slice('inputs.'.length), message]] : [],
      );
      this.faults.set(new Map(named));
      if (named.length === 0) this.problem.set(sentenceFor(cause));
    }
  }
}
