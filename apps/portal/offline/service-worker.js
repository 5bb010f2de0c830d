/*
 * Opens the portal without a network: its page, its scripts and the society's public profile, and never an answer of the
 * API about a person. What a learner changes meanwhile is kept by the page itself and sent when the network is back.
 * The build writes this file as `/sw.js` with the files of the release in it, so that every release is another worker.
 */
const RELEASE = '__RELEASE__';
const FILES = '__FILES__'.split(' ');

const CACHE = `laurel ${RELEASE}`;
/** The one page, under which every address is answered while the network is away. */
const PAGE = '/';
/** The society's name, look and words, the same for everybody. */
const PROFILE = '/api/tenant';
const FILE = /\.[a-z]\w{0,4}$/i;
const HASHED = /[-.][\w-]{8}\.[a-z0-9]+$/;
/** Somebody in a hallway with one bar of signal sees the page that is here rather than nothing. */
const PATIENCE_MS = 5000;

self.addEventListener('install', (event) => event.waitUntil(install()));
self.addEventListener('activate', (event) => event.waitUntil(activate()));
self.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== self.location.origin) return;
  if (pathname === PROFILE) event.respondWith(newest(request, PROFILE, 'application/json'));
  else if (/^\/(api|health|metrics)(\/|$)/.test(pathname)) return;
  else if (HASHED.test(pathname)) event.respondWith(kept(request));
  // A file that somebody opens by its address is no page.
  else if (request.mode === 'navigate' && !FILE.test(pathname))
    event.respondWith(newest(request, PAGE, 'text/html'));
});

async function install() {
  const cache = await caches.open(CACHE);
  const page = await fetch(PAGE, { cache: 'reload' });
  if (!page.ok) throw new Error('The page could not be fetched');
  await cache.put(PAGE, page);
  await cache.add(PROFILE);
  // What an earlier release had under the same name is the same file.
  await Promise.all(
    FILES.map(async (file) => {
      const known = await caches.match(file);
      if (known) await cache.put(file, known);
      else await cache.add(file);
    }),
  );
}

async function activate() {
  const names = await caches.keys();
  await Promise.all(
    names.filter((name) => name.startsWith('laurel ') && name !== CACHE).map((name) => caches.delete(name)),
  );
  await self.clients.claim();
}

/** From the network, and kept where it is of this type; what was kept last where the network is away or takes too long. */
async function newest(request, key, type) {
  const fresh = fetch(request).then(async (response) => {
    const isOfType = response.headers.get('content-type')?.startsWith(type) ?? false;
    if (response.ok && !response.redirected && isOfType) {
      const cache = await caches.open(CACHE);
      await cache.put(key, response.clone());
    }
    return response;
  });
  const slow = new Promise((resolve) => setTimeout(resolve, PATIENCE_MS)).then(() => caches.match(key));
  try {
    return (await Promise.race([fresh, slow])) ?? (await fresh);
  } catch (cause) {
    const last = await caches.match(key);
    if (last) return last;
    throw cause;
  }
}

/** A file whose name tells its content never changes. */
async function kept(request) {
  const known = await caches.match(request, { ignoreVary: true });
  if (known) return known;
  const response = await fetch(request);
  if (response.ok) {
    const cache = await caches.open(CACHE);
    await cache.put(request, response.clone());
  }
  return response;
}
