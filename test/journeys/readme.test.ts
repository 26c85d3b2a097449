import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isInstalled } from '#tools/installed.mjs';
import { bundleOnce } from '#tools/synth/bundle-once.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const BOOT_MS = process.env.README_FRESH ? 900_000 : 300_000;

/** A block to paste, and what the README shows below it. */
interface Step {
  readonly bash: string;
  readonly shows: string;
}

/** The bash blocks of a page in order, each with the text block that follows it. */
const stepsOf = (page: string): readonly Step[] => {
  const blocks = [...page.matchAll(/```bash\n([\s\S]*?)```(?:\s*```text\n([\s\S]*?)```)?/g)];
  return blocks.map(([, bash = '', shows = '']) => ({ bash, shows }));
};
const pageAt = (path: string): string => readFileSync(join(ROOT, path), 'utf8');
/** The tour of the README. */
const tourOf = (readme: string): readonly Step[] =>
  stepsOf(readme.slice(readme.indexOf('## A tour'), readme.indexOf('## Deploy it')));
/** Pages whose blocks are pasted after the tour, in the same shell, and how many each has. */
const AFTER_THE_TOUR = { 'docs/migrating.md': 4, 'docs/answering.md': 8 } as const;

/** What is shown, with `…` for what differs from run to run. */
const pattern = (shows: string): RegExp =>
  new RegExp(
    `^${shows
      .trimEnd()
      .replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')
      .replaceAll('…', '.+')}$`,
  );

/** An installation takes minutes: it is done from nothing only when asked for, and else must be that of the lock file. */
const borrowModules = (clone: string): void => {
  // The launcher of a clone would else install into the modules that it borrows.
  if (!isInstalled(ROOT)) throw new Error('node_modules is not what package-lock.json says: run npm test once.');
  symlinkSync(join(ROOT, 'node_modules'), join(clone, 'node_modules'));
};

/** Bundles are found by the hash of their sources: a clone that has any other source, or lacks one, makes its own. */
const borrowBundles = async (clone: string): Promise<void> => {
  const bundles = dirname((await bundleOnce()).functions.authorize.directory);
  cpSync(bundles, join(clone, relative(ROOT, bundles)), { recursive: true });
};

/** A clone as anyone would get it, of the tree as it is now: committed or not, but nothing that is ignored. */
const freshClone = async (): Promise<string> => {
  const clone = join(mkdtempSync(join(tmpdir(), 'aval-readme-')), 'aval');
  spawnSync('git', ['clone', '--quiet', '--no-hardlinks', ROOT, clone]);
  const listed = spawnSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], { cwd: ROOT });
  const present = listed.stdout
    .toString()
    .split('\0')
    .filter((file) => file !== '' && existsSync(join(ROOT, file)));
  for (const file of present) {
    mkdirSync(dirname(join(clone, file)), { recursive: true });
    cpSync(join(ROOT, file), join(clone, file));
  }
  if (process.env.README_FRESH) return clone;
  borrowModules(clone);
  await borrowBundles(clone);
  return clone;
};

/** `npm start` as pasted; resolves when it says that it runs. */
const start = (folder: string): Promise<ChildProcess> =>
  new Promise((resolve, reject) => {
    const started = spawn('npm', ['start'], { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'], detached: true });
    let printed = '';
    const read = (text: Buffer): void => {
      printed += text.toString();
      if (printed.includes('source .aval/env')) resolve(started);
    };
    started.stdout.on('data', read);
    started.stderr.on('data', read);
    started.on('exit', (code) => reject(new Error(`npm start ended with ${code}:\n${printed}`)));
  });

const stop = (started: ChildProcess): Promise<void> =>
  new Promise((resolve) => {
    started.on('exit', () => resolve());
    process.kill(-(started.pid ?? 0), 'SIGINT');
  });

const MARK = '---- end of block ----';

/** Runs blocks in one bash, as one who pastes them; what each of them prints. */
const pasted = (folder: string, blocks: readonly string[]) => {
  const script = blocks.map((block) => `${block}\necho '${MARK}'\n`).join('');
  const ran = spawnSync('bash', [], { cwd: folder, input: script, encoding: 'utf8', timeout: 240_000 });
  return { printed: ran.stdout.split(`${MARK}\n`).map((text) => text.trimEnd()), complaints: ran.stderr };
};

describe('the README', () => {
  const pages = Object.keys(AFTER_THE_TOUR).map((path) => stepsOf(pageAt(path)));
  const steps = [...tourOf(pageAt('README.md')), ...pages.flat()];
  const named = steps.map((step, index) => ({ ...step, index, title: step.bash.trim().split('\n').at(-1) ?? '' }));
  let folder: string;
  let started: ChildProcess | undefined;
  let result: ReturnType<typeof pasted>;

  beforeAll(async () => {
    folder = await freshClone();
    started = await start(folder);
    result = pasted(
      folder,
      steps.map(({ bash }) => bash),
    );
  }, BOOT_MS);
  afterAll(async () => {
    if (started) await stop(started);
    rmSync(dirname(folder), { recursive: true, force: true });
  });

  test('has a tour of eight blocks that complain about nothing when pasted into a fresh clone, as do the pages after it', () => {
    expect(tourOf(pageAt('README.md'))).toHaveLength(8);
    expect(pages.map(({ length }) => length)).toEqual(Object.values(AFTER_THE_TOUR));
    expect(result.complaints).toBe('');
  });

  test.each(named)('shows what `$title` prints', ({ index, shows }) => {
    expect(result.printed[index]).toMatch(pattern(shows));
  });

  test('the first steps of a deployment, and what tries one from outside, pass on the running system', () => {
    const { printed, complaints } = pasted(folder, [
      'source .aval/aws && source .aval/env && unset AVAL_KEY && node cli/aval.mjs init --stage local --id atelier-lumen --advertiser docs/advertiser.example.json',
      'source .aval/env && node cli/aval.mjs smoke --advertiser atelier-lumen',
    ]);
    expect(complaints).toBe('');
    expect(printed[0]).toMatch(
      /^atelier-lumen is there already, as it was\.\nThe key first, shown this once[^\n]+\naval_[\w-]+$/,
    );
    expect(printed[1]?.split('\n').filter((line) => !line.startsWith('ok    '))).toEqual([
      'What only AWS shows, and how to look at it: docs/cloud-only.md.',
    ]);
    expect(printed[1]?.split('\n')).toHaveLength(19);
  });
});
