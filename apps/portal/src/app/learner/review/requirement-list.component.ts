import { Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Button, Icon, type IconName } from '@laurel/ui';
import type { RequirementView } from '../../core/api/contract.js';

const ICONS: Record<RequirementView['state'], IconName> = { met: 'check', unmet: 'alert', optional: 'info' };
const WORDS: Record<RequirementView['state'], string> = {
  met: 'Done',
  unmet: 'Still needed',
  optional: 'Optional',
};

/** What the claim needs: each with its state in shape, word and colour, and the way to meet it. */
@Component({
  selector: 'laurel-requirement-list',
  imports: [Button, Icon, RouterLink],
  template: `
    <ul>
      @for (requirement of requirements(); track requirement.key) {
        <li [attr.data-state]="requirement.state">
          <span class="mark"><laurel-icon [name]="icons[requirement.state]" /></span>
          <div>
            <h3>
              {{ requirement.title }} <span class="state">{{ words[requirement.state] }}</span>
            </h3>
            <p>{{ requirement.text }} {{ requirement.state === 'met' ? '' : requirement.remedy }}</p>
            @if (requirement.action; as action) {
              @let look = requirement.state === 'unmet' ? 'tonal' : 'plain';
              @switch (action.kind) {
                @case ('sessions') {
                  <a laurelButton [look]="look" routerLink="/sessions">{{
                    action.label ?? 'Browse the sessions'
                  }}</a>
                }
                @case ('link') {
                  <a laurelButton [look]="look" target="_blank" rel="noopener" [href]="action.url">
                    {{ action.label ?? 'Open' }}<laurel-icon name="external" />
                  </a>
                }
                @case ('attest') {}
                @default {
                  <a
                    laurelButton
                    [look]="look"
                    [routerLink]="['/evaluation', action.formKey]"
                    [queryParams]="{ offeringId: action.offeringId }"
                    >{{ action.label ?? 'Answer the questions' }}</a
                  >
                }
              }
            }
          </div>
        </li>
      }
    </ul>
  `,
  styleUrl: './requirement-list.component.css',
})
export class RequirementList {
  readonly requirements = input.required<readonly RequirementView[]>();
  protected readonly icons = ICONS;
  protected readonly words = WORDS;
}
