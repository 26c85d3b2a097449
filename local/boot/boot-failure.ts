/** Why the stack cannot start, as one sentence for the person who started it; never followed by a stack trace. */
export class BootFailure extends Error {
  override readonly name = 'BootFailure';
}
