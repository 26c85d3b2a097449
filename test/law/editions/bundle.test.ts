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

const WHY_AN_EXAMPLE_STAYS =
  'Examples made by a spread or a call stay in the bundle; write them as one list of literals, exported apart from the ' +
  'sentence of law, and use them in no product code.';

describe('a bundle that vets', () => {
  test('holds every prohibition and no example', async () => {
    const text = await bundled();
    const drafted = await draftedProhibitions();
    expect(drafted.filter(({ prohibition }) => !text.includes(`"${prohibition.code}"`))).toEqual([]);
    const titles = drafted.flatMap(({ examples }) => examples.map(([title]) => title));
    expect(
      titles.filter((title) => text.includes(`"${title}"`)),
      WHY_AN_EXAMPLE_STAYS,
    ).toEqual([]);
  });
});
