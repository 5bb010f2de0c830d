/**
 * Imported before everything else: modules below use `Temporal` while they are loaded, and an older Node would only
 * say that it is not defined.
 */
if (!('Temporal' in globalThis)) {
  console.error(
    `Laurel needs Node 26 or newer, and this is ${process.version}. The project brings its own: node_modules/.bin/node.`,
  );
  process.exit(1);
}
