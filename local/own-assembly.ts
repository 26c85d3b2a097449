import { BootFailure } from './boot-failure.ts';

/** The repository's own assembly; only then is the CDK loaded, which takes a second. */
export const synthesiseOwn = async (): Promise<string> => {
  const { synthesise } = await import('./synth.ts');
  return synthesise({ stage: 'local', outDir: '.aval/assembly' }).catch((error: unknown) => {
    throw new BootFailure(error instanceof Error ? error.message : String(error));
  });
};
