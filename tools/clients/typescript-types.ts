import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** The generator of types that we keep to; it has a package of its own, with the TypeScript that it needs. */
const GENERATOR = fileURLToPath(new URL('types-generator/node_modules/openapi-typescript/bin/cli.js', import.meta.url));

/**
 * `--default-non-nullable=false`: what has a default may be left out of a request. The root types give each schema its
 * own name.
 */
const OPTIONS = ['--immutable', '--default-non-nullable=false', '--root-types', '--root-types-no-schema-prefix'];

/** True for branches that only say which properties are required together; a type of them is `unknown`. */
const requiresAlone = (branches: unknown): boolean =>
  Array.isArray(branches) && branches.every((branch) => Object.keys(branch).join() === 'required');

/**
 * The same without what no type can say: the examples, and which of several properties is required. A union with such a
 * branch would be `unknown`, and take any typo.
 */
const sayableInTypes = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(sayableInTypes);
  if (typeof value !== 'object' || value === null) return value;
  const isMedia = 'schema' in value && 'example' in value;
  const kept = Object.entries(value).filter(
    ([name, below]) => !(isMedia && name === 'example') && !(name === 'anyOf' && requiresAlone(below)),
  );
  return Object.fromEntries(kept.map(([name, below]) => [name, sayableInTypes(below)]));
};

/** The TypeScript types of an OpenAPI document. Throws what the generator says when it cannot. */
export const typesOf = (document: object): string => {
  const ran = spawnSync(process.execPath, [GENERATOR, ...OPTIONS], {
    input: JSON.stringify(sayableInTypes(document)),
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  if (ran.status !== 0) throw new Error(`openapi-typescript failed (npm ci installs it): ${ran.stderr}`);
  return ran.stdout;
};
