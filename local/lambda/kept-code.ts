import { httpsWhenAsked } from './https-when-asked.ts';

const { getBuiltinModule } = process;
const { lstatSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } =
  getBuiltinModule('node:fs');
const { createRequire } = getBuiltinModule('node:module');
const { join } = getBuiltinModule('node:path');
const { tmpdir } = getBuiltinModule('node:os');
const { pathToFileURL } = getBuiltinModule('node:url');
const { Script } = getBuiltinModule('node:vm');
const { hash } = getBuiltinModule('node:crypto');
const { cachedDataVersionTag } = getBuiltinModule('node:v8');

const thisUser = (): number => process.getuid?.() ?? 0;
/** Where instances keep what they compiled, unless another folder is given. */
const FOLDER = join(tmpdir(), `functions-compiled-${thisUser()}`);
/** What makes a script of a bundle: another version of it makes another script. */
const MAKER = new URL('./as-script.ts', import.meta.url);
/** How long it stays there: the sources move on, and with them every bundle. */
const KEPT_MS = 6 * 3600_000;

/** What a bundle exports, and what is done once the function has run. */
export interface Loaded {
  readonly exported: Readonly<Record<string, unknown>>;
  /** Keeps for the next instance what this one compiled. Does nothing where it was kept before, or where nothing can be written. */
  readonly keep: () => void;
}

/** As `import` of a module of Node, which is all that a script imports (`asScript`): its exports, and all of them as `default`. */
const importOf = async (specifier: string): Promise<object> => {
  const module = createRequire(import.meta.url)(specifier);
  return Object.assign(Object.create(module), { default: module });
};

/** As a bundle requires modules of Node. */
const requireIn = (path: string): ((name: string) => unknown) => {
  const requireOfNode = createRequire(path);
  return (name) => (/^(?:node:)?https$/.test(name) ? httpsWhenAsked : requireOfNode(name));
};

/** `undefined` where it fails. */
const tried = <T>(work: () => T): T | undefined => {
  try {
    return work();
  } catch {
    return undefined;
  }
};

/** Whether nobody but this user may have put there what is found: it is run. The folder of temporary files is everybody's. */
const isOwn = (folder: string): boolean => {
  const found = lstatSync(folder);
  return found.isDirectory() && found.uid === thisUser() && (found.mode & 0o022) === 0;
};

/** Whole or not at all: other instances read it meanwhile. */
const put = (path: string, content: string | Buffer): void => {
  writeFileSync(`${path}.${process.pid}`, content);
  renameSync(`${path}.${process.pid}`, path);
};

const forgetOld = (folder: string): void => {
  for (const path of readdirSync(folder).map((name) => join(folder, name)))
    if (Date.now() - statSync(path).mtimeMs > KEPT_MS) rmSync(path, { force: true });
};

const imported = async (path: string): Promise<Loaded> => ({
  exported: (await import(pathToFileURL(path).href)) as Record<string, unknown>,
  keep: () => undefined,
});

/**
 * Loads a bundle with what an earlier instance of it compiled. Node keeps by itself what a module compiles before it runs; most of what a bundle needs it compiles
 * when it is first called. V8 gives that out for a script, and not for a module that ran: so the bundle is loaded as one (`asScript`), or imported where it cannot be.
 * Throws whatever the bundle throws.
 */
export const loadBundle = async (path: string, folder = FOLDER): Promise<Loaded> => {
  const source = readFileSync(path);
  // V8 knows by its length alone that code is of a source: the name says which it is.
  const at = join(folder, `${hash('sha256', source)}.${hash('sha256', readFileSync(MAKER)).slice(0, 16)}`);
  const found =
    tried(() => isOwn(folder)) === true ? (name: string) => tried(() => readFileSync(name)) : () => undefined;
  const kept = found(`${at}.js`)?.toString();
  const code = kept ?? (await import('./as-script.ts')).asScript(source.toString());
  if (code === undefined) return imported(path);
  const compiled = `${at}.${cachedDataVersionTag()}`;
  const cachedData = found(compiled);
  const script = new Script(code, { filename: path, cachedData });
  const exported = await script.runInThisContext()(requireIn(path), importOf, pathToFileURL(path).href);
  const isKept = cachedData !== undefined && script.cachedDataRejected !== true;
  const keep = (): void => {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    if (!isOwn(folder)) return;
    put(`${at}.js`, code);
    put(compiled, script.createCachedData());
    forgetOld(folder);
  };
  return { exported, keep: () => void (isKept || tried(keep)) };
};
