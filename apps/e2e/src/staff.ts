import type { Browser } from 'playwright-core';

/** The demo's administrator of the society. */
const STAFF = { email: 'admin@plastics.example', password: 'laurel-demo-2026' };

/**
 * Reopens the claim of the learner with a badge, over the API as staff do. From a browser, which finds addresses
 * under `localhost` where the machine does not.
 */
export async function reopenClaim(
  browser: Browser,
  address: string,
  { badge, reason }: { badge: string; reason: string },
): Promise<void> {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(`${address}/verify`);
  await page.evaluate(REOPEN, { ...STAFF, badge, reason });
  await context.close();
}

/** Runs in the page. */
const REOPEN = async ({
  email,
  password,
  badge,
  reason,
}: typeof STAFF & { badge: string; reason: string }) => {
  const call = async (path: string, body: object | null, headers: Record<string, string> = {}) => {
    const response = await fetch(path, {
      method: body === null ? 'GET' : 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      ...(body === null ? {} : { body: JSON.stringify(body) }),
    });
    if (!response.ok) throw new Error(`${path}: ${await response.text()}`);
    const answer: unknown = await response.json();
    return answer;
  };
  const textAt = (value: unknown, key: string): string => {
    const found: unknown = typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
    return typeof found === 'string' ? found : '';
  };
  const session = await call('/api/staff/session', { email, password });
  const list = await call('/api/staff/claims', null);
  const items: unknown = typeof list === 'object' && list !== null ? Reflect.get(list, 'items') : [];
  const claims: unknown[] = Array.isArray(items) ? items : [];
  const claim = claims.find(
    (one) =>
      textAt(typeof one === 'object' && one !== null ? Reflect.get(one, 'learner') : null, 'badge') === badge,
  );
  await call(
    `/api/staff/claims/${textAt(claim, 'id')}/reopen`,
    { reason },
    { 'x-csrf-token': textAt(session, 'csrfToken') },
  );
};
