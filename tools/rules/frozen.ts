import { globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Template } from './specification.ts';

/** Templates of former versions, a folder each, that a deployer may have in an account. */
const FOLDER = fileURLToPath(new URL('../../test/fixtures/releases/', import.meta.url));

/** A former version as it was deployed. */
export interface Frozen {
  readonly name: string;
  /** By stack name. */
  readonly templates: ReadonlyMap<string, Template>;
}

/** Every former version, the oldest first. */
export const frozenReleases = (): readonly Frozen[] =>
  globSync('*/', { cwd: FOLDER })
    .toSorted()
    .map((name) => ({
      name: basename(name),
      templates: new Map(
        globSync('*.template.json', { cwd: join(FOLDER, name) })
          .toSorted()
          .map((file) => [
            file.replace('.template.json', ''),
            JSON.parse(readFileSync(join(FOLDER, name, file), 'utf8')),
          ]),
      ),
    }));

/**
 * Keeps templates as those of a release: resources alone, a line each, which is what a change set compares; and beside them which
 * fields its stored items may have, a line for each kind.
 */
export const freeze = (
  name: string,
  templates: ReadonlyMap<string, Template>,
  fields: Readonly<Record<string, readonly string[]>>,
): void => {
  mkdirSync(join(FOLDER, name), { recursive: true });
  const kinds = Object.entries(fields).map(([kind, paths]) => `${JSON.stringify(kind)}:${JSON.stringify(paths)}`);
  writeFileSync(join(FOLDER, name, 'fields.json'), `{\n${kinds.join(',\n')}\n}\n`);
  for (const [stack, { Resources = {} }] of templates) {
    const lines = Object.entries(Resources).map(([id, resource]) => {
      const { Metadata, ...kept } = resource as Readonly<Record<string, unknown>>;
      return `${JSON.stringify(id)}:${JSON.stringify(kept)}`;
    });
    writeFileSync(join(FOLDER, name, `${stack}.template.json`), `{"Resources":{\n${lines.join(',\n')}\n}}\n`);
  }
};
