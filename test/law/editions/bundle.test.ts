import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { describe, expect, test } from 'vitest';
import { draftedProhibitions } from '#tools/law/drafted.ts';

const bundled = async () => {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL('../../../shared/law/fold/vet.ts', import.meta.url))],
    bundle: true,
    charset: 'utf8',
    platform: 'node',
    format: 'esm',
    mainFields: ['module', 'main'],
    write: false,
  });
  return outputFiles.map(({ text }) => text).join('');
};

describe('a bundle that vets', () => {
  test('holds every prohibition and no example', async () => {
    const text = await bundled();
    const drafted = await draftedProhibitions();
    expect(drafted.filter(({ prohibition }) => !text.includes(`"${prohibition.code}"`))).toEqual([]);
    const titles = drafted.flatMap(({ examples }) => examples.map(([title]) => title));
    expect(titles.filter((title) => text.includes(`"${title}"`))).toEqual([]);
  });
});
