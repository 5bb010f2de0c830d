import { Component, computed, effect, inject, linkedSignal, resource, signal } from '@angular/core';
import { form, FormField, FormRoot, maxLength, required } from '@angular/forms/signals';
import { Banner, Button, Card, Snackbar } from '@laurel/ui';
import { LaurelApi } from '../../core/api/laurel-api.js';
import { sentenceFor } from '../../core/api/problem.js';
import { SessionStore } from '../../core/session/session.store.js';
import { Wording } from '../../core/wording/wording.js';
import { CertificateSheet } from '../certificates/certificate-sheet/certificate-sheet.component.js';

const MAX_NAME = 200;
const MAX_CREDENTIALS = 60;
const TYPING_PAUSE_MS = 400;

/** The name as it stands on certificates, seen on one while it is typed. */
@Component({
  selector: 'laurel-name-form',
  imports: [Banner, Button, Card, CertificateSheet, FormField, FormRoot],
  templateUrl: './name-form.component.html',
  styleUrl: './name-form.component.css',
})
export class NameForm {
  readonly #api = inject(LaurelApi);
  readonly #session = inject(SessionStore);
  readonly #snackbar = inject(Snackbar);

  protected readonly t = inject(Wording).t;
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
  readonly #paper = resource({
    params: () => this.#session.activityId() || undefined,
    loader: ({ params: activityId }) => this.#api.nameSheet(activityId),
  });
  /** What was typed when the typing last paused. */
  readonly #settled = signal(this.#model());
  protected readonly sheet = computed(() => {
    if (!this.#paper.hasValue()) return null;
    const { url, width, height } = this.#paper.value();
    const { displayName, credentials } = this.#settled();
    const name = encodeURIComponent(displayName.trim() || 'Your name');
    return {
      url: `${url}?displayName=${name}&credentials=${encodeURIComponent(credentials.trim())}`,
      width,
      height,
    };
  });

  constructor() {
    effect((onCleanup) => {
      const typed = this.#model();
      const timer = setTimeout(() => this.#settled.set(typed), TYPING_PAUSE_MS);
      onCleanup(() => clearTimeout(timer));
    });
  }

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
