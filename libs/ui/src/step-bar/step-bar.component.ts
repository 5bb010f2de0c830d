import { Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Icon } from '../icon/icon.component.js';

export interface Step {
  key: string;
  label: string;
  link: string;
  /** `current` is where the person is, `next` what is to be done first. */
  state: 'done' | 'current' | 'next' | 'ahead';
}

const WORDS: Record<Step['state'], string> = {
  done: 'done',
  current: 'you are here',
  next: 'next',
  ahead: '',
};

/** Where the learner is and the way to every step, drawn as a line with stations; state in colour, shape and words. */
@Component({
  selector: 'laurel-step-bar',
  imports: [Icon, RouterLink],
  template: `
    <nav aria-label="Your progress">
      <ol>
        @for (step of steps(); track step.key) {
          <li [attr.data-state]="step.state">
            <a [routerLink]="step.link" [attr.aria-current]="step.state === 'current' ? 'step' : null">
              <span class="station">
                @if (step.state === 'done') {
                  <laurel-icon name="check" />
                }
              </span>
              <span class="label">{{ step.label }}</span>
              <span class="visually-hidden">{{ words[step.state] }}</span>
            </a>
          </li>
        }
      </ol>
    </nav>
  `,
  styleUrl: './step-bar.component.css',
})
export class StepBar {
  protected readonly words = WORDS;
  readonly steps = input.required<readonly Step[]>();
}
