import { parseArgs } from 'node:util';
import { callersPath } from '#tools/callers-path.ts';
import { STAGE_OPTIONS, stageFileOf } from '../settings-file.ts';

/** `aval synth`: writes the cloud assembly of a stage and prints its folder. Resolves to the exit code. */
export const synth = async (args: readonly string[]): Promise<number> => {
  const { values } = parseArgs({
    args: [...args],
    options: { ...STAGE_OPTIONS, out: { type: 'string' } },
  });
  const { settings } = stageFileOf(values);
  // With it comes the CDK, which takes two seconds to load.
  const { synthesise } = await import('#tools/synth/synthesise.ts');
  const outDir = await synthesise({
    stage: values.stage,
    outDir: values.out === undefined ? 'cdk.out' : callersPath(values.out),
    settings,
  });
  process.stdout.write(`${outDir}\n`);
  return 0;
};
