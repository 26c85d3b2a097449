import { basename } from 'node:path';
import { type Config, configOf, loadSettings } from '#infra/config.ts';
import { refuseContext } from '#infra/refused-context.ts';
import { callersPath } from '#tools/callers-path.ts';

/** The file of settings, where none is named. */
const USUAL = 'aval.config.json';

/** Options of every command that looks at a stage; `context` is refused with a sentence that says where settings are now. */
export const STAGE_OPTIONS = {
  stage: { type: 'string', default: 'dev' },
  config: { type: 'string' },
  context: { type: 'string', short: 'c', multiple: true, default: [] as string[] },
} as const;

/** A stage and the file that describes it. */
export interface StageFile {
  /** Absolute. */
  readonly path: string;
  /** What the file holds, unread; `undefined` when it is not there. */
  readonly settings: unknown;
  readonly config: Config;
}

/**
 * Reads the configuration of a stage from its file: relative to where the command was called, which npm passes on.
 * Throws an `Error` with a sentence for the deployer.
 */
export const stageFileOf = (values: {
  readonly stage: string;
  readonly config?: string | undefined;
  readonly context: readonly string[];
}): StageFile => {
  const file = values.config ?? USUAL;
  const names = values.context.map((pair) => pair.replace(/=.*/s, ''));
  refuseContext(names, values.stage, basename(file));
  if (names.length > 0) throw new Error(`There is nothing to set with -c: settings are in ${file} (docs/settings.md).`);
  const path = callersPath(file);
  const settings = loadSettings(path, values.config !== undefined);
  return { path, settings, config: configOf(values.stage, settings, [], basename(file)) };
};
