import type { FunctionEntry } from '#functions/manifest/entry.ts';
import { ENVIRONMENT, type Variable } from '#functions/manifest/environment.ts';

/** The environment of a function, parsed: exactly the variables that its manifest entry names. */
export type EnvironmentOf<E extends Pick<FunctionEntry, 'env'>> = Readonly<Record<E['env'][number], string>>;

/** The function's name: the last part of its file. */
export const nameOf = (entry: Pick<FunctionEntry, 'file'>): string => entry.file.slice(entry.file.lastIndexOf('/') + 1);

/**
 * Reads and checks the environment at cold start. Throws an error that names the function and the variable, never the
 * value, so that a wiring mistake stops the deployment and not a message.
 */
export const environmentOf = <E extends Pick<FunctionEntry, 'file' | 'env'>>(
  entry: E,
  source: Readonly<Record<string, string | undefined>> = process.env,
): EnvironmentOf<E> => {
  const variables: readonly Variable[] = entry.env;
  const read = variables.map((variable) => [variable, readOne(entry, variable, source[variable])] as const);
  return Object.fromEntries(read) as EnvironmentOf<E>;
};

const readOne = (entry: Pick<FunctionEntry, 'file'>, variable: Variable, value: string | undefined): string => {
  const parsed = ENVIRONMENT[variable].safeParse(value);
  if (parsed.success) return parsed.data;
  const fault = value === undefined ? 'is missing' : 'is invalid';
  throw new Error(`Function ${nameOf(entry)} cannot start: its environment variable ${variable} ${fault}.`);
};

/** Set on the local stage alone: the file whose whole milliseconds move the clock. */
export const clockOffsetFile = (
  source: Readonly<Record<string, string | undefined>> = process.env,
): string | undefined => source.CLOCK_OFFSET_FILE;
