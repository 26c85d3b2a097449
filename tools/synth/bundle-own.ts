import { bundleFunctions } from '#infra/bundle.ts';

/** Bundles the functions of this repository below a folder; resolves to the folder of each by its name. Throws as esbuild does. */
export const bundleOwn = async (outDir: string): Promise<ReadonlyMap<string, string>> => {
  const { functions } = await bundleFunctions({ outDir });
  return new Map(Object.entries(functions).map(([name, { directory }]) => [name, directory]));
};
