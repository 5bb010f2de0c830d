/**
 * Works out Nx's project graph in this process, without its daemon: quick at this size, and nothing is left
 * running. The rule reads it from Nx's cache afterwards.
 */
export async function loadProjectGraph() {
  process.env.NX_DAEMON = 'false';
  process.env.NX_ISOLATE_PLUGINS = 'false';
  const { createProjectGraphAsync } = (await import('@nx/devkit')).default;
  return createProjectGraphAsync({ exitOnError: false });
}
