import { Injectable } from '@nestjs/common';
import { Webhook, WebhookVerificationError } from 'standardwebhooks';
import type { EntityManager } from 'typeorm';
import { TenantDatabase } from '../database/tenant-database.js';
import { DomainError } from '../problem/domain-error.js';
import type { TenantContext } from '../tenancy/tenant-context.js';
import { PluginFaultLog } from '../workflow/decisions/plugin-fault-log.js';
import type { WorkflowPlace } from '../workflow/decisions/quarantine.js';
import { StepSettings } from '../workflow/steps/step-settings.js';
import { CollectService, type Collecting } from './collect.service.js';
import { CollectedItems } from './collected-items.service.js';
import type { CollectedDto } from './dto/collected.dto.js';
import { HookMessage } from './hook-message.entity.js';

const LONGEST_ID = 200;

/** A message as it came in. */
export interface HookDelivery {
  /** Exactly the bytes that were signed. */
  readonly raw: Buffer;
  /** What they say: JSON, or text. */
  readonly payload: unknown;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
}

/** Takes in what outside systems push, signed as Standard Webhooks say (https://www.standardwebhooks.com). */
@Injectable()
export class HooksService {
  constructor(
    private readonly database: TenantDatabase,
    private readonly collect: CollectService,
    private readonly items: CollectedItems,
    private readonly settings: StepSettings,
    private readonly faults: PluginFaultLog,
  ) {}

  /**
   * Checks the signature and its age, then lets the plugin read the payload. The same `webhook-id` again answers
   * the same and does nothing.
   *
   * @throws DomainError `not_found` when there is no such step with a secret; `hook.refused`; `collect.failed`;
   *   `request.too_large`
   */
  async receive(
    context: TenantContext,
    activityId: string,
    plugin: string,
    delivery: HookDelivery,
  ): Promise<CollectedDto> {
    const collecting = await this.collect.prepare(context, activityId);
    const place = { tenantId: context.tenant.id, activityId };
    const messageId = this.verify(context, place, collecting, plugin, delivery);
    const message = { ...place, plugin, messageId };
    const known = await this.database.transaction(context, (manager) => find(manager, message));
    if (known !== null) return inOrder(known.answer);
    const answer = await this.collect.read(context, collecting, plugin, delivery.payload);
    return this.database.transaction(context, async (manager) => {
      // Of two that come at once, the second waits here for the first and then answers what it answered.
      const isFirst = await claim(manager, message);
      const other = isFirst ? null : await find(manager, message);
      if (other !== null) return inOrder(other.answer);
      const collected = await this.items.store(manager, context, activityId, plugin, answer);
      await manager.update(HookMessage, message, { answer: collected });
      return collected;
    });
  }

  /** @returns the message's id */
  private verify(
    context: TenantContext,
    place: WorkflowPlace,
    { workflow }: Collecting,
    plugin: string,
    { raw, headers }: HookDelivery,
  ): string {
    const outcome = this.settings.webhookSecret(place, workflow, plugin);
    if (outcome.status === 'off') throw new DomainError('not_found');
    if (outcome.status === 'failed') {
      this.faults.note(context, [outcome.fault]);
      throw new DomainError('collect.failed', { retryAfterSeconds: 60 });
    }
    const id = single(headers['webhook-id']);
    const timestamp = single(headers['webhook-timestamp']);
    const signature = single(headers['webhook-signature']);
    if (id === '' || timestamp === '' || signature === '') throw refused(MISSING);
    if (id.length > LONGEST_ID) throw refused(`A webhook-id has at most ${String(LONGEST_ID)} characters.`);
    try {
      new Webhook(outcome.answer).verify(
        raw,
        { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': signature },
        { jsonParse: false },
      );
    } catch (error) {
      if (!(error instanceof WebhookVerificationError)) throw error;
      throw refused(/timestamp/i.test(error.message) ? OLD : WRONG);
    }
    return id;
  }
}

/** `jsonb` keeps no order of keys; the same answer is the same to the byte. */
const inOrder = ({ accepted, alreadyKnown, faults }: CollectedDto): CollectedDto => ({
  accepted,
  alreadyKnown,
  faults,
});

const MISSING =
  'Send the headers webhook-id, webhook-timestamp and webhook-signature, as Standard Webhooks describe them.';
const OLD =
  'The message was signed more than five minutes ago or ahead of us. Check the clock of the sender, and sign each try anew.';
const WRONG =
  'The signature does not fit the message. Sign the exact bytes of the body with the secret that is set here.';

const refused = (detail: string): DomainError => new DomainError('hook.refused', { detail });

const single = (value: string | string[] | undefined): string => (typeof value === 'string' ? value : '');

type MessageKey = Pick<HookMessage, 'tenantId' | 'activityId' | 'plugin' | 'messageId'>;

const find = (manager: EntityManager, message: MessageKey): Promise<HookMessage | null> =>
  manager.findOneBy(HookMessage, message);

const claim = async (manager: EntityManager, message: MessageKey): Promise<boolean> => {
  const rows: unknown[] = await manager.query(
    `insert into hook_messages (tenant_id, activity_id, plugin, message_id, answer) values ($1, $2, $3, $4, '{}')
     on conflict do nothing returning message_id`,
    [message.tenantId, message.activityId, message.plugin, message.messageId],
  );
  return rows.length > 0;
};
