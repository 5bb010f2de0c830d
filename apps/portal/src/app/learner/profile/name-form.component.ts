import { Component, computed, inject, linkedSignal, signal } from '@angular/core';
import { form, FormField, FormRoot, maxLength, required } from '@angular/forms/signals';
import { Banner, Button, Card, Snackbar } from '@laurel/ui';
import { LaurelApi } from '../../core/api/laurel-api.js';
import { sentenceFor } from '../../core/api/problem.js';
import { SessionStore } from '../../core/session/session.store.js';
import { TenantStore } from '../../core/tenant/tenant.store.js';
import { Wording } from '../../core/wording/wording.js';
import {
  CertificateCard,
  type DrawnCertificate,
} from '../certificates/certificate-card/certificate-card.component.js';

const MAX_NAME = 200;
const MAX_CREDENTIALS = 60;

/** The name as it stands on certificates, seen on one while it is typed. */
@Component({
  selector: 'laurel-name-form',
  imports: [Banner, Button, Card, CertificateCard, FormField, FormRoot],
  templateUrl: './name-form.component.html',
  styleUrl: './name-form.component.css',
})
export class NameForm {
  readonly #api = inject(LaurelApi);
  readonly #session = inject(SessionStore);
  readonly #snackbar = inject(Snackbar);
  readonly #tenants = inject(TenantStore);

  protected readonly t = inject(Wording).t;
  protected readonly society = computed(() => this.#tenants.tenant()?.name ?? '');
  protected readonly logo = this.#tenants.logo;
  protected readonly problem = signal('');
  protected readonly isMissing = signal(false);
  readonly #model = linkedSignal(() => ({
    displayName: this.#session.learner()?.displayName ?? '',
    credentials: this.#session.learner()?.credentials ?? '',
  }));
  protected readonly fields = form(
    this.#model,
    (path) => {
      required(path.displayName);
      maxLength(path.displayName, MAX_NAME);
      maxLength(path.credentials, MAX_CREDENTIALS);
    },
    { submission: { action: () => this.#save(), onInvalid: () => this.isMissing.set(true) } },
  );
  protected readonly isSaving = computed(() => this.fields().submitting());
  protected readonly isChanged = computed(() => {
    const [learner, typed] = [this.#session.learner(), this.#model()];
    return (
      typed.displayName.trim() !== learner?.displayName || typed.credentials.trim() !== learner.credentials
    );
  });
  protected readonly preview = computed<DrawnCertificate>(() => ({
    title: 'As it will be printed',
    name: this.#model().displayName.trim() || 'Your name',
    credentials: this.#model().credentials.trim(),
    activityTitle: this.#session.activity()?.title ?? '',
    credits: [],
    number: '',
    issuedOn: '',
  }));

  async #save(): Promise<void> {
    const { displayName, credentials } = this.#model();
    this.isMissing.set(displayName.trim() === '');
    if (displayName.trim() === '') return;
    this.problem.set('');
    try {
      this.#session.accept(
        await this.#api.changeProfile({ displayName: displayName.trim(), credentials: credentials.trim() }),
      );
      this.#snackbar.show({ text: 'Saved. Certificates you generate from now on carry this name.' });
    } catch (cause) {
      this.problem.set(sentenceFor(cause));
    }
  }
}
