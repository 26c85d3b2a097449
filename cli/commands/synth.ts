import { parseArgs } from 'node:util';
import { refuseUnknownSettings } from '#infra/config.ts';
import { synthesise } from '#tools/synth/synthesise.ts';

/** `aval synth`: writes the cloud assembly of a stage and prints its folder. Resolves to the exit code. */
export const synth = async (args: readonly string[]): Promise<number> => {
  const { values } = parseArgs({
    args: [...args],
    options: {
      stage: { type: 'string', default: 'dev' },
      out: { type: 'string', default: 'cdk.out' },
      context: { type: 'string', short: 'c', multiple: true, default: [] },
    },
  });
  const context = Object.fromEntries(values.context.map((pair) => pair.split(/=(.*)/s).slice(0, 2)));
  refuseUnknownSettings(Object.keys(context));
  const outDir = await synthesise({ stage: values.stage, outDir: values.out, context });
  process.stdout.write(`${outDir}\n`);
  return 0;
};
