import type { Adapter, AdapterFactory, AdapterPayload } from 'oidc-provider';

/** What one provider has given out, in memory: everything of it is gone with the process. */
export function memoryAdapter(): AdapterFactory {
  const stored = new Map<string, { payload: AdapterPayload; until: number }>();
  const find = (key: string): AdapterPayload | undefined => {
    const kept = stored.get(key);
    if (kept === undefined || kept.until > Date.now()) return kept?.payload;
    stored.delete(key);
    return undefined;
  };
  const findWhere = (
    name: string,
    isWanted: (payload: AdapterPayload) => boolean,
  ): AdapterPayload | undefined => {
    for (const key of stored.keys()) {
      const payload = key.startsWith(`${name}:`) ? find(key) : undefined;
      if (payload !== undefined && isWanted(payload)) return payload;
    }
    return undefined;
  };
  return (name): Adapter => ({
    upsert: async (id, payload, expiresIn) => {
      const until = expiresIn === undefined ? Infinity : Date.now() + expiresIn * 1_000;
      stored.set(`${name}:${id}`, { payload, until });
    },
    find: async (id) => find(`${name}:${id}`),
    findByUid: async (uid) => findWhere(name, (payload) => payload.uid === uid),
    findByUserCode: async (userCode) => findWhere(name, (payload) => payload.userCode === userCode),
    consume: async (id) => {
      const payload = find(`${name}:${id}`);
      if (payload !== undefined) payload.consumed = Math.floor(Date.now() / 1_000);
    },
    destroy: async (id) => void stored.delete(`${name}:${id}`),
    revokeByGrantId: async (grantId) => {
      for (const [key, { payload }] of stored) if (payload.grantId === grantId) stored.delete(key);
    },
  });
}
