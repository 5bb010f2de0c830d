import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { DomainError, type Fault } from '../problem/domain-error.js';
import type { TenantContext } from '../tenancy/tenant-context.js';
import { EvaluationForm } from './evaluation-form.entity.js';
import { EvaluationResponse } from './evaluation-response.entity.js';
import type { FormSection } from './form-definition.js';
import { formFaults } from './form-definition.validator.js';
import { progressOf } from './form-logic.js';

export interface FormDefinition {
  readonly key: string;
  readonly title: string;
  readonly scope: 'activity' | 'offering';
  readonly sections: FormSection[];
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
    if (faults.length > 0) throw new DomainError('evaluation.form_invalid', { faults });

    const form = manager.create(EvaluationForm, {
      ...known,
      tenantId,
      id: known?.id ?? uuid(),
      activityId,
      key: definition.key,
      title: definition.title,
      scope: definition.scope,
      sections: definition.sections,
    });
    await manager.save(form);
    if (known !== null) await this.recount(manager, form);
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
