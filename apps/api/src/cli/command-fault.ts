/** A command cannot do what it was asked; the message says what to do instead. */
export class CommandFault extends Error {
  override name = 'CommandFault';
}
