import { COMPUTED, type Import, importsOf, type Sources } from './imports.ts';

/** The rings of the system, and which files each holds; the first pattern that fits decides. */
export const RINGS = [
  ['cache', /^shared\/cache\.ts$/],
  // What schemas are made of and the records of channels, from which the domain's own types follow.
  ['ids', /^shared\/domain\/(?:ids|about)\.ts$/],
  ['records', /^shared\/channels\/(?:record|channels|[\w-]+\/channel)\.ts$/],
  ['domain', /^shared\/domain\//],
  ['law', /^shared\/law\//],
  ['words', /^shared\/words\//],
  ['channels', /^shared\/channels\//],
  ['ports', /^shared\/app\/.*\.port\.ts$/],
  ['app', /^shared\/app\//],
  ['events', /^shared\/contracts\/events\//],
  ['contracts', /^shared\/contracts\//],
  ['adapters', /^shared\/adapters\//],
  ['pages', /^shared\/pages\//],
  ['edge', /^shared\/edge\//],
  ['manifest', /^functions\/manifest(?:\/|\.ts$)/],
  ['wiring', /^functions\/wiring(\/[\w-]+)*\.ts$/],
  ['functions', /^functions\//],
  ['infra', /^infra\//],
  ['local', /^local\//],
  ['console', /^console\//],
  ['start', /^tools\/(?:start|examples|mails)\/(?!judge\/)/],
  ['tools', /^tools\//],
  ['cli', /^cli\//],
  ['demo', /^demo\//],
  ['client', /^clients\/typescript\/src\//],
  ['examples', /^clients\/typescript\/examples\//],
  ['acceptance', /^test\/acceptance\//],
  ['bench', /^bench\//],
  ['tests', /^test\//],
] as const;
export type Ring = (typeof RINGS)[number][0];

/** What no ring of ours holds, and yet not everyone may import. */
const OUTSIDE = [
  ['aws-sdk', /^@(?:aws-sdk|smithy)\//],
  ['document', /^docs\/openapi\.json$/],
] as const;
export type Target = Ring | (typeof OUTSIDE)[number][0];

/** Who may import whom; every ring may import itself. `types`: what may be imported where nothing is left at run time. */
interface Row {
  readonly values: readonly Target[];
  readonly types?: readonly Target[];
}
export const MAY_IMPORT: Readonly<Record<Exclude<Ring, 'tests'>, Row>> = {
  cache: { values: [] },
  ids: { values: [] },
  records: { values: ['ids'] },
  domain: { values: ['ids', 'records'] },
  law: { values: ['domain'] },
  words: { values: ['domain'], types: ['channels'] },
  channels: { values: ['domain', 'words'] },
  events: { values: ['domain', 'law'] },
  ports: { values: [], types: ['domain', 'events', 'channels'] },
  app: { values: ['cache', 'domain', 'law', 'channels', 'words', 'events'], types: ['ports'] },
  contracts: { values: ['domain', 'law'], types: ['app', 'ports'] },
  adapters: { values: ['cache', 'domain', 'aws-sdk'], types: ['ports', 'events', 'channels'] },
  pages: { values: ['domain', 'channels', 'words'], types: ['app'] },
  edge: { values: ['domain', 'manifest', 'pages'], types: ['contracts', 'ports'] },
  manifest: { values: ['contracts'], types: ['domain'] },
  wiring: { values: ['law', 'app', 'adapters', 'edge', 'manifest'], types: ['ports'] },
  functions: { values: ['app', 'contracts', 'pages', 'edge', 'manifest', 'wiring', 'document'] },
  infra: { values: ['manifest', 'domain', 'words'] },
  // AWS on one machine could leave this repository: it knows nothing of ours.
  local: { values: ['aws-sdk'] },
  console: { values: ['domain', 'local', 'tools', 'pages'] },
  // Drafts of the law are tried on the rows of the decision table, which are tests.
  tools: {
    values: ['domain', 'law', 'words', 'contracts', 'edge', 'manifest', 'infra', 'tests'],
    types: ['events', 'channels'],
  },
  start: { values: ['domain', 'local', 'console', 'manifest', 'tools'] },
  cli: { values: ['domain', 'app', 'adapters', 'infra', 'tools', 'aws-sdk'], types: ['ports'] },
  demo: { values: ['domain', 'law', 'local', 'tools', 'start'] },
  // What others copy into their own project: it knows nothing of ours.
  client: { values: [] },
  examples: { values: ['client'] },
  acceptance: { values: ['domain', 'local', 'tools', 'start'] },
  bench: { values: ['domain', 'law', 'channels', 'manifest', 'infra', 'tools', 'start', 'tests'] },
};

/** Rings where an `import(…)` may be worked out when it runs: the local Lambda, tools that read a folder, other engines. */
const MAY_COMPUTE: readonly Ring[] = ['local', 'tools', 'bench', 'tests'];

/** The ring of one of our files; `undefined` when it belongs to none. */
export const ringOf = (file: string): Ring | undefined => RINGS.find(([, pattern]) => pattern.test(file))?.[0];

const targetRingOf = (target: string): Target | undefined =>
  ringOf(target) ?? OUTSIDE.find(([, pattern]) => pattern.test(target))?.[0];

/** True when files of `from` may import files of `to`. */
export const allows = (from: Ring, to: Target, isOfTypes: boolean): boolean => {
  if (from === to || from === 'tests') return true;
  const { values, types = [] } = MAY_IMPORT[from];
  // What the domain is made of goes with it.
  const targets: readonly Target[] = to === 'ids' || to === 'records' ? [to, 'domain'] : [to];
  return targets.some((each) => values.includes(each) || (isOfTypes && types.includes(each)));
};

const isRefused = (from: Ring, { target, isOfTypes }: Import): boolean => {
  if (target === COMPUTED) return !MAY_COMPUTE.includes(from);
  const to = targetRingOf(target);
  return to !== undefined && !allows(from, to, isOfTypes);
};

/** Every import in a forbidden direction, as `<file> imports <target>`. */
export const refusedImports = (sources: Sources): readonly string[] =>
  [...sources].flatMap(([file, source]) => {
    const from = ringOf(file);
    if (from === undefined) return [`${file} belongs to no ring`];
    return importsOf(file, source)
      .filter((each) => isRefused(from, each))
      .map(({ target }) => `${file} imports ${target}`);
  });

/**
 * Every allowed direction that no file needs: `<ring> imports no value of <ring>` (take it out of `values`, or move it to
 * `types`), `<ring> imports nothing of <ring>` (take it out of `types`).
 */
export const unusedDirections = (sources: Sources): readonly string[] => {
  const [anything, values] = [new Set<string>(), new Set<string>()];
  for (const [file, source] of sources)
    for (const { target, isOfTypes } of importsOf(file, source)) {
      const direction = `${ringOf(file)} ${targetRingOf(target)}`;
      anything.add(direction);
      if (!isOfTypes) values.add(direction);
    }
  return Object.entries(MAY_IMPORT).flatMap(([ring, row]) => [
    ...row.values.filter((to) => !values.has(`${ring} ${to}`)).map((to) => `${ring} imports no value of ${to}`),
    ...(row.types ?? []).filter((to) => !anything.has(`${ring} ${to}`)).map((to) => `${ring} imports nothing of ${to}`),
  ]);
};
