import { Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Button, Icon, type IconName } from '@laurel/ui';
import type { RequirementView } from '../../core/api/contract.js';
import { WhyButton } from '../why/why-button.component.js';
import { actionLabel } from './action-label.js';

const STATES: Record<RequirementView['state'], { icon: IconName; word: string }> = {
  met: { icon: 'check', word: 'Done' },
  unmet: { icon: 'clock', word: 'Still to do' },
  optional: { icon: 'info', word: 'Optional' },
};

/** The checklist: what a claim still needs, each with the press that does it. */
@Component({
  selector: 'laurel-requirement-list',
  imports: [Button, Icon, RouterLink, WhyButton],
  templateUrl: './requirement-list.component.html',
  styleUrl: './requirement-list.component.css',
})
export class RequirementList {
  readonly requirements = input.required<readonly RequirementView[]>();
  protected readonly states = STATES;
  protected readonly label = actionLabel;

  /** Nobody does a deadline: what asks for no press is met, not done. */
  protected wordFor({ state, action }: RequirementView): string {
    return state === 'met' && !action ? 'Met' : STATES[state].word;
  }

  protected link(action: NonNullable<RequirementView['action']>): string[] | null {
    switch (action.kind) {
      case 'evaluation':
        return action.formKey ? ['/evaluation', action.formKey] : ['/evaluation'];
      case 'sessions':
        return ['/sessions'];
      case 'form':
      case 'totals':
      case 'attest':
        return ['/review'];
      case 'link':
        return null;
    }
  }

  protected query(action: NonNullable<RequirementView['action']>): Record<string, string> {
    return action.offeringId ? { offeringId: action.offeringId } : {};
  }
}
