/** A command of `aval`: what it is for, and the code that runs it, loaded only when it is asked for. */
export interface Command {
  /** What follows `npm run aval --`. */
  readonly usage: string;
  /** One sentence for the list of commands. */
  readonly summary: string;
  /** The code: resolves to what runs the command and gives its exit code. */
  readonly load: () => Promise<RunCommand>;
}

/** Runs a command with the words after its name; resolves to the exit code. A thrown error's message is for a person. */
type RunCommand = (args: readonly string[]) => Promise<number> | number;
