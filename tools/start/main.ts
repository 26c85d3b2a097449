import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { BootFailure } from '#local/boot/boot-failure.ts';
import { callersPath } from '#tools/callers-path.ts';
import { announce, FOLDER, writeEnvironment } from './announce.ts';
import { type Arguments, argumentsIn, routesIn, USAGE } from './arguments.ts';
import { type Aval, type AvalOptions, startAval } from './aval.ts';
import { DeniedCalls } from './denied-calls.ts';
import { untilAskedToStop } from './until-stopped.ts';
import { watchFolders } from './watch.ts';

/**
 * A function that cannot start, ends, hangs or may not do what it tries is reported at once, whatever else is printed.
 */
const FAILURE = /^(cold-start-failure|crash|time-out|denied): /;

const portOf = (text: string | undefined): number | undefined => {
  if (text === undefined) return undefined;
  const port = Number(text);
  if (!Number.isInteger(port) || port < 1 || port > 65_535)
    throw new BootFailure(`"${text}" is not a port: give a number from 1 to 65535.`);
  return port;
};

const optionsOf = (values: Arguments): AvalOptions => {
  const ports = {
    application: portOf(values['application-port']),
    public: portOf(values['public-port']),
    console: portOf(values['console-port']),
  };
  const given = Object.fromEntries(Object.entries(ports).filter(([, port]) => port !== undefined));
  const onLog = (name: string, line: string) => {
    if (values.logs || FAILURE.test(line)) process.stderr.write(`[${name}] ${line.trimEnd()}\n`);
  };
  if (values.watch && values.assembly !== undefined)
    throw new BootFailure(
      '--watch runs the sources of this repository, and --assembly something else: give one of them.',
    );
  const data = values.data && callersPath(values.data);
  return {
    at: values.at,
    data,
    isInSandbox: values.sandbox,
    verifiedIdentities: values.identity,
    assembly: values.assembly,
    faults: values.faults,
    ...routesIn(values),
    ports: given,
    onLog,
  };
};

/** What functions are made of. A change of infra/ is one of the template: it needs another start. */
const WATCHED = ['functions', 'shared'].map((folder) => fileURLToPath(new URL(`../../${folder}`, import.meta.url)));

/** Bundles all functions after each change, which takes a second, and has the stack run those that differ. */
const watchSources = (stack: Aval) => {
  const folder = mkdtempSync(fileURLToPath(new URL('watched-', FOLDER)));
  let times = 0;
  const reload = async () => {
    times += 1;
    // Loaded by whoever watches: esbuild and the manifest take their time.
    const { bundleOwn } = await import('../synth/bundle-own.ts');
    const names = stack.replaceBundles(await bundleOwn(join(folder, String(times))));
    if (names.length > 0) process.stdout.write(`Changed: ${names.join(', ')}\n`);
  };
  const watch = watchFolders(WATCHED, reload, (error) =>
    process.stderr.write(`Not changed: ${error instanceof Error ? error.message : String(error)}\n`),
  );
  return () => {
    watch.close();
    rmSync(folder, { recursive: true, force: true });
  };
};

const main = async (): Promise<void> => {
  const values = argumentsIn(process.argv.slice(2));
  if (values.help) return void process.stdout.write(USAGE);
  const asked = untilAskedToStop();
  const options = optionsOf(values);
  const starting = startAval(options);
  const first = await Promise.race([starting, asked]);
  if (first !== undefined) {
    writeEnvironment(first);
    announce(first, options);
    const stopWatching = values.watch ? watchSources(first) : undefined;
    await asked;
    stopWatching?.();
  }
  await (await starting).stop();
};

try {
  await main();
  process.exit(0);
} catch (error) {
  const sentence =
    error instanceof BootFailure || error instanceof DeniedCalls
      ? error.message
      : error instanceof Error
        ? (error.stack ?? error.message)
        : String(error);
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}
