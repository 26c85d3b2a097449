import { BootFailure } from '#local/boot/boot-failure.ts';

/** The repository's own assembly; only then is the CDK loaded, which takes a second. */
export const synthesiseOwn = async (): Promise<string> => {
  const { synthesiseOnce } = await import('../synth/synthesise.ts');
  return synthesiseOnce('.aval/assemblies', { stage: 'local' }).catch((error: unknown) => {
    throw new BootFailure(error instanceof Error ? error.message : String(error));
  });
};
