import { computed, effect, type Injector, signal, untracked } from '@angular/core';
import type { Answer, Evaluation, EvaluationSubject } from '../../core/api/contract.js';
import { LaurelApi } from '../../core/api/laurel-api.js';
import { ProblemError } from '../../core/api/problem.js';
import { Connection } from '../../core/connection/connection.js';
import { DeviceStorage } from '../../core/saving/device-storage.js';
import { Saving } from '../../core/saving/saving.js';
import { type Answers, progressOf, withAnswer } from './form-logic.js';
import { isSameAnswers, mergeAnswers } from './merge-answers.js';
import { parseDraft, type StoredDraft } from './stored-draft.js';

export interface DraftOptions {
  /** Names the answers on this device; unique for tenant, learner, activity, form, and session or claim. */
  key: string;
  /** The same for an anonymous form, whose answers stay here until they are given. */
  anonymousKey: string;
  activityId: string;
  subject: EvaluationSubject;
  injector: Injector;
  /** The form has become complete on the server, or is so no longer. */
  onCompletion: () => void;
}

const DEBOUNCE_MS = 700;
const TRY_AGAIN_MS = 4000;
/** More conflicts in a row than two people can make mean that something is wrong; then it waits a little. */
const MAX_CONFLICTS = 5;

/**
 * The answers to one form while they are typed: on the screen at once, on this device at the same moment, on the server
 * a moment later. A closed tab, a dead spot or an expired sign-in loses nothing. Anonymous answers stay on this device
 * until the person gives them, whole and once.
 */
export class EvaluationDraft {
  readonly #options: DraftOptions;
  readonly #api: LaurelApi;
  readonly #storage: DeviceStorage;
  readonly #saving: Saving;
  readonly #form = signal<Evaluation | null>(null);
  readonly #answers = signal<Answers>({});
  readonly #failure = signal<unknown>(null);
  readonly #notice = signal('');
  readonly #refusal = signal('');
  readonly #isGiving = signal(false);
  readonly #faults = signal<ReadonlyMap<string, string>>(new Map());
  /** What the server had at `#version`: changes are worked out against it. */
  #base: Answers = {};
  #version = 0;
  /** What this window has put on the device last. */
  #lastKept: string | null = null;
  #wasComplete = false;
  #ticket: string | undefined;
  #sending: Promise<boolean> | null = null;
  #loading: Promise<void> | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;

  readonly form = this.#form.asReadonly();
  readonly answers = this.#answers.asReadonly();
  /** Why the form could not be loaded. */
  readonly failure = this.#failure.asReadonly();
  /** What happened to answers given on two devices, in plain words. */
  readonly notice = this.#notice.asReadonly();
  /** Why the server does not take the answers. */
  readonly refusal = this.#refusal.asReadonly();
  /** Sentences of the server about single answers, by question. */
  readonly faults = this.#faults.asReadonly();
  readonly isAnonymous = computed(() => this.#form()?.isAnonymous ?? false);
  /** Anonymous answers were given; nobody can read or change them any more. */
  readonly isGiven = computed(() => this.isAnonymous() && (this.#form()?.isComplete ?? false));
  readonly isGiving = this.#isGiving.asReadonly();
  readonly progress = computed(() => progressOf(this.#form()?.sections ?? [], this.#answers()));

  constructor(options: DraftOptions) {
    this.#options = options;
    this.#api = options.injector.get(LaurelApi);
    this.#storage = options.injector.get(DeviceStorage);
    this.#saving = options.injector.get(Saving);
    const connection = options.injector.get(Connection);
    this.#storage.whenChangedElsewhere(options.key, (value) => this.#changedElsewhere(value));
    effect(
      () => {
        if (connection.isOnline()) untracked(() => void this.flush());
      },
      { injector: options.injector },
    );
  }

  /** Fetches the form as it is now, and brings what this device still holds together with it. */
  load(): Promise<void> {
    this.#loading ??= this.#load().finally(() => (this.#loading = null));
    return this.#loading;
  }

  async #load(): Promise<void> {
    const { activityId, subject, key, anonymousKey } = this.#options;
    this.#failure.set(null);
    try {
      await this.#sending;
      const current = await this.#api.evaluation(activityId, subject);
      const stored = parseDraft(this.#storage.read(current.isAnonymous ? anonymousKey : key));
      if (current.isAnonymous) this.#ticket ??= stored?.ticket;
      const held = this.#form() && this.#isDirty() ? this.#held() : stored;
      this.#wasComplete = current.isComplete;
      this.#bringTogether(held ?? { base: current.answers, answers: current.answers }, current);
      await this.flush();
    } catch (cause) {
      if (!(cause instanceof ProblemError)) throw cause;
      this.#failure.set(cause);
    }
  }

  answer(key: string, answer: Answer | undefined): void {
    this.#faults.update((faults) => new Map([...faults].filter(([other]) => other !== key)));
    this.#answers.update((answers) => withAnswer(answers, key, answer));
    // What may have arrived is one thing, what is typed now another.
    this.#ticket = undefined;
    this.#keep();
    if (!this.isAnonymous()) this.#later(DEBOUNCE_MS);
  }

  dismissNotice(): void {
    this.#notice.set('');
  }

  /** Sends what the server does not have yet. Resolves to true when it has all, false when it is away or refuses. */
  flush(): Promise<boolean> {
    clearTimeout(this.#timer);
    // Without the form nothing was typed in this visit; an earlier one may have left something.
    if (!untracked(this.#form)) return Promise.resolve(this.#storage.read(this.#options.key) === null);
    if (untracked(this.isAnonymous)) return Promise.resolve(true);
    this.#sending ??= this.#sendAll().finally(() => (this.#sending = null));
    return this.#sending;
  }

  /**
   * Gives anonymous answers. Resolves to true when the server has them; whatever goes wrong, they stay on this device,
   * and giving them again counts once.
   */
  async give(): Promise<boolean> {
    const form = untracked(this.#form);
    if (!form || untracked(this.#isGiving)) return false;
    if (form.isComplete) return true;
    const { activityId, subject, onCompletion } = this.#options;
    this.#ticket ??= crypto.randomUUID();
    this.#keep();
    this.#isGiving.set(true);
    this.#refusal.set('');
    try {
      const answers = untracked(this.#answers);
      await this.#api.giveAnonymousEvaluation(activityId, subject, { answers, ticket: this.#ticket });
    } catch (cause) {
      if (!(cause instanceof ProblemError)) throw cause;
      if (cause.code !== 'evaluation.already_given') {
        this.#refusal.set(`${cause.message} Your answers stay on this device.`);
        return false;
      }
      this.#notice.set(cause.message);
    } finally {
      this.#isGiving.set(false);
    }
    this.#answers.set({});
    this.#form.set({ ...form, isComplete: true });
    this.#wasComplete = true;
    this.#keep();
    onCompletion();
    return true;
  }

  async #sendAll(): Promise<boolean> {
    for (let conflicts = 0; this.#isDirty();) {
      try {
        await this.#sendOnce();
      } catch (cause) {
        if (!(cause instanceof ProblemError)) throw cause;
        const { current } = cause.problem;
        if (cause.code === 'evaluation.conflict' && current && conflicts < MAX_CONFLICTS) {
          conflicts += 1;
          this.#bringTogether(this.#held(), current);
        } else if (cause.isAway || cause.status === 429 || cause.code === 'evaluation.conflict') {
          this.#later(TRY_AGAIN_MS);
          return false;
        } else if (cause.code === 'evaluation.closed') {
          this.#giveUp(cause.message);
          return true;
        } else {
          this.#refusal.set(cause.message);
          this.#saving.failed(this.#options.key);
          return false;
        }
      }
    }
    return true;
  }

  async #sendOnce(): Promise<void> {
    const { activityId, subject, onCompletion } = this.#options;
    const answers = untracked(this.#answers);
    const saved = await this.#api.saveEvaluation(activityId, subject, {
      answers,
      version: this.#version,
    });
    this.#base = answers;
    this.#version = saved.version;
    this.#refusal.set('');
    this.#faults.set(new Map(saved.faults.map(({ field, message }) => [questionOf(field), message])));
    this.#keep();
    if (saved.isComplete !== this.#wasComplete) onCompletion();
    this.#wasComplete = saved.isComplete;
  }

  /** The claim was submitted and closed meanwhile: what stands is what the society has. */
  #giveUp(sentence: string): void {
    this.#answers.set(this.#base);
    this.#refusal.set(sentence);
    this.#keep();
    this.#options.onCompletion();
  }

  #bringTogether(held: StoredDraft, current: Evaluation): void {
    const { answers, keptHere, takenOver } = mergeAnswers(held.base, held.answers, current.answers);
    this.#base = current.answers;
    this.#version = current.version;
    this.#form.set(current);
    this.#answers.set(current.isAnonymous && current.isComplete ? {} : answers);
    this.#notice.set(noticeOf(current, keptHere, takenOver));
    this.#keep();
  }

  #held(): StoredDraft {
    return { base: this.#base, answers: untracked(this.#answers) };
  }

  #isDirty(): boolean {
    return !isSameAnswers(this.#base, untracked(this.#answers));
  }

  /** Keeps on the device what the server does not have, and tells the save state. */
  #keep(): void {
    if (untracked(this.isAnonymous)) {
      this.#keepHere();
      return;
    }
    const { key } = this.#options;
    const stored = this.#storage.read(key);
    const had = stored !== null;
    if (stored !== this.#lastKept) this.#takeOver(stored);
    const isDirty = this.#isDirty();
    this.#lastKept = isDirty ? JSON.stringify(this.#held()) : null;
    this.#storage.write(key, this.#lastKept);
    if (isDirty) this.#saving.changed(key);
    else if (had) this.#saving.saved(key);
    else this.#saving.settled(key);
  }

  /** Another window has typed, or saved: what is unsaved here stays on the device beside it, the later word last. */
  #changedElsewhere(value: string | null): void {
    if (!untracked(this.#form) || untracked(this.isAnonymous)) return;
    const theirs = parseDraft(value);
    if (theirs === null) {
      if (this.#isDirty()) this.#keep();
      return;
    }
    if (!isSameAnswers(theirs.base, this.#base)) return;
    const { answers } = mergeAnswers(this.#base, theirs.answers, untracked(this.#answers));
    this.#answers.set(answers);
    if (isSameAnswers(answers, theirs.answers)) this.#lastKept = value;
    else this.#keep();
  }

  /** What another window of this browser keeps for the same form: its answers join those typed here. */
  #takeOver(stored: string | null): void {
    const theirs = parseDraft(stored);
    if (theirs === null || !isSameAnswers(theirs.base, this.#base)) return;
    const { answers } = mergeAnswers(this.#base, untracked(this.#answers), theirs.answers);
    this.#answers.set(answers);
  }

  /** Of anonymous answers, all there is; nothing is on its way until the person gives them. */
  #keepHere(): void {
    const answers = untracked(this.#answers);
    const isEmpty = Object.keys(answers).length === 0 || untracked(this.isGiven);
    const held: StoredDraft = { ...this.#held(), ...(this.#ticket ? { ticket: this.#ticket } : {}) };
    this.#storage.write(this.#options.anonymousKey, isEmpty ? null : JSON.stringify(held));
  }

  #later(delay: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.flush(), delay);
  }
}

/** A fault's field is the question, or `<question>.<row>` in a matrix. */
const questionOf = (field = ''): string => field.split('.')[0] ?? '';

function noticeOf(form: Evaluation, keptHere: string[], takenOver: string[]): string {
  if (keptHere.length + takenOver.length === 0) return '';
  const labels = new Map(
    form.sections.flatMap((section) => section.questions).map(({ key, label }) => [key, label]),
  );
  const names = (keys: string[]) => keys.map((key) => `“${labels.get(key) ?? key}”`).join(', ');
  return [
    'You also answered on another device.',
    takenOver.length > 0 ? `From there we took over ${names(takenOver)}.` : '',
    keptHere.length > 0
      ? `You answered ${names(keptHere)} on both: what you typed here stands. Please have a look at it.`
      : '',
  ]
    .filter((sentence) => sentence !== '')
    .join(' ');
}
