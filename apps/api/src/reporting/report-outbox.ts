/** A message to an authority, about to be queued. */
export interface NewReport {
  readonly id: string;
  readonly plugin: string;
  readonly authority: string;
  readonly key: string;
  readonly payload: Readonly<Record<string, unknown>>;
}

/**
 * The insertion of reports as a part of a larger statement, so that a submission stays one round trip. Answers the
 * ids of those that are to be delivered. An authority is told a thing once: a key it was sent before is left as it
 * is, and only one that was withdrawn is queued again.
 *
 * @param claim a named row of the statement with the claim's `id`
 * @param rows the parameter with the reports as JSON; the tenant is `$1`
 */
export const insertReports = (claim: string, rows: string): string => `
  insert into reports (tenant_id, id, claim_id, plugin, authority, key, payload)
  select $1, r.id, ${claim}.id, r.plugin, r.authority, r.key, r.payload
  from ${claim}, jsonb_to_recordset(${rows}::jsonb) as r (id uuid, plugin text, authority text, key text, payload jsonb)
  on conflict (tenant_id, authority, key) do update
    set claim_id = excluded.claim_id, plugin = excluded.plugin, payload = excluded.payload, state = 'queued',
      created_at = excluded.created_at
    where reports.state = 'withdrawn'
  returning id`;
