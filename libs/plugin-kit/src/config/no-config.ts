/** The configuration of a plugin that has nothing to set. */
// eslint-disable-next-line @typescript-eslint/no-extraneous-class -- the class is the schema, and this one is empty
export class NoConfig {}
