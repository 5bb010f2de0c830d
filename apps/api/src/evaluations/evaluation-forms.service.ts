import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { DomainError, type Fault } from '../problem/domain-error.js';
import type { TenantContext } from '../tenancy/tenant-context.js';
import { EvaluationForm } from './evaluation-form.entity.js';
import { EvaluationResponse } from './evaluation-response.entity.js';
import type { FormScope, FormSection } from './form-definition.js';
import { formFaults } from './form-definition.validator.js';
import { progressOf } from './form-logic.js';

export interface FormDefinition {
  readonly key: string;
  readonly title: string;
  readonly scope: FormScope;
  /** That somebody answered is known, what they answered cannot be linked to them; `false` when absent. */
  readonly isAnonymous?: boolean;
  /** Anonymous answers are published this many at once, never fewer; 5 when absent. */
  readonly minimumCount?: number;
  readonly sections: FormSection[];
}

const DEFAULT_MINIMUM = 5;
/** Fewer would hide nobody, more would hide every result. */
const MINIMUM_BOUNDS = { from: 3, to: 50 } as const;

/** What people were promised when they answered stays so. */
function anonymityFaults(known: EvaluationForm | null, definition: FormDefinition): Fault[] {
  const faults: Fault[] = [];
  const refuse = (field: string, message: string) => faults.push({ field, code: 'form.invalid', message });
  const { isAnonymous = false, minimumCount = known?.minimumCount ?? DEFAULT_MINIMUM } = definition;
  if (known !== null && known.isAnonymous !== isAnonymous) {
    refuse('isAnonymous', 'A form stays anonymous, or stays not. Save it under another key.');
  }
  // A form about a claim is answered by the one learner whose claim it is.
  if (isAnonymous && definition.scope === 'claim') {
    refuse('isAnonymous', 'A form about a claim cannot be anonymous: everybody knows whose claim it is.');
  }
  const { from, to } = MINIMUM_BOUNDS;
  if (!Number.isInteger(minimumCount) || minimumCount < from || minimumCount > to) {
    refuse('minimumCount', `Anonymous answers are shown from ${from} to ${to} at once.`);
  } else if (known?.isAnonymous === true && minimumCount < known.minimumCount) {
    refuse(
      'minimumCount',
      `People answered on the promise of ${known.minimumCount} at once; it can only be raised.`,
    );
  }
  return faults;
}

/** Responses that are counted anew in one go. */
const BATCH = 500;

/** The forms of an activity, as staff and the demo write them. */
@Injectable()
export class EvaluationFormsService {
  /**
   * Creates the form, or replaces the one with the same key. Answers that were given already stay; whether they
   * are complete is worked out anew.
   *
   * @throws DomainError `evaluation.form_invalid` with every fault; `not_found` is the caller's to find out
   */
  async save(
    manager: EntityManager,
    context: TenantContext,
    activityId: string,
    definition: FormDefinition,
  ): Promise<EvaluationForm> {
    const tenantId = context.tenant.id;
    const known = await manager.findOneBy(EvaluationForm, { tenantId, activityId, key: definition.key });
    const faults: Fault[] = formFaults(definition.sections);
    if (definition.title.trim() === '') {
      faults.push({ field: 'title', code: 'form.invalid', message: 'Give the form a title.' });
    }
    if (known !== null && known.scope !== definition.scope) {
      faults.push({
        field: 'scope',
        code: 'form.invalid',
        message: 'A form cannot change what it is about. Save it under another key.',
      });
    }
    faults.push(...anonymityFaults(known, definition));
    if (faults.length > 0) throw new DomainError('evaluation.form_invalid', { faults });

    const form = manager.create(EvaluationForm, {
      ...known,
      tenantId,
      id: known?.id ?? uuid(),
      activityId,
      key: definition.key,
      title: definition.title,
      scope: definition.scope,
      isAnonymous: definition.isAnonymous ?? false,
      minimumCount: definition.minimumCount ?? known?.minimumCount ?? DEFAULT_MINIMUM,
      sections: definition.sections,
    });
    await manager.save(form);
    // Of anonymous answers nothing is known but that they were complete when they were given.
    if (known !== null && !form.isAnonymous) await this.recount(manager, form);
    return form;
  }

  private async recount(manager: EntityManager, form: EvaluationForm): Promise<void> {
    let after = '00000000-0000-0000-0000-000000000000';
    for (;;) {
      const responses = await manager
        .createQueryBuilder(EvaluationResponse, 'response')
        .where('response.tenantId = :tenantId and response.formId = :formId and response.id > :after', {
          tenantId: form.tenantId,
          formId: form.id,
          after,
        })
        .orderBy('response.id')
        .limit(BATCH)
        .setLock('pessimistic_write')
        .getMany();
      for (const response of responses) Object.assign(response, progressOf(form.sections, response.answers));
      await manager.save(responses);
      const last = responses.at(-1);
      if (last === undefined || responses.length < BATCH) return;
      after = last.id;
    }
  }
}
