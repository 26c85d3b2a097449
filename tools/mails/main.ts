import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { clientOf } from '#tools/api-client.ts';
import { startAval } from '#tools/start/aval.ts';
import { differencesOf } from './bytes.ts';
import { deadTagsIn } from './dead-tags.ts';
import { type Delivery, deliverAll, type Values } from './delivery.ts';
import { type Judge, openJudge } from './judge/judge.ts';
import { readMails } from './mail-file.ts';
import { type Fate, isSound, reportOf } from './report.ts';
import { storeAdvertiser } from './sender-of-mails.ts';

const USAGE = `npm run mails -- DIR [options]: takes each .html and .eml file below DIR through the API, the sender and a browser

  --values FILE   JSON object: values of merge fields by name; a field without one gets an example
  --running       use the system that npm start runs (source .aval/env first) instead of one of its own
`;
/** What arrived is kept here, beside `report.json`. */
const KEPT = '.aval/mails';
const AT = '2026-11-24T10:00:00Z';
const AGREED_AT = '2026-05-20T09:00:00Z';

/** What is needed of a system: its API, where its links lead, and what has arrived. */
interface Running {
  readonly api: string;
  readonly pages: string;
  readonly key: string;
  readonly arrived: () => Promise<readonly { readonly to: string; readonly html?: string | undefined }[]>;
  readonly stop: () => Promise<void>;
}

const fromEnvironment = (): Running => {
  const { AVAL_API: api, AVAL_PUBLIC: pages, AVAL_CONSOLE: console, AVAL_KEY: key } = process.env;
  if (!api || !pages || !console || !key)
    throw new Error('AVAL_API, AVAL_PUBLIC, AVAL_CONSOLE and AVAL_KEY are not set: npm start, then source .aval/env.');
  const arrived = async () => (await (await fetch(`${console}/inbox`)).json()) as { to: string; html?: string }[];
  return { api, pages, key, arrived, stop: async () => {} };
};

const ofItsOwn = async (): Promise<Running> => {
  const stack = await startAval({ at: AT });
  return {
    api: stack.applicationUrl,
    pages: stack.publicUrl,
    key: stack.rootKey,
    arrived: async () => stack.inbox(),
    stop: () => stack.stop(),
  };
};

const fateOf = async (judge: Judge, delivery: Delivery, html: string | undefined, leadsTo: string): Promise<Fate> => {
  if (html === undefined) return { ...delivery, deadTags: [] };
  const judgement = await judge.judge(html, leadsTo);
  const differences = differencesOf(delivery.file.html ?? '', html);
  return { ...delivery, judgement, differences, deadTags: deadTagsIn(await judge.read(html)) };
};

const keep = (name: string, html: string): void => {
  const path = join(KEPT, 'arrived', name.replace(/\.eml$/i, '.html'));
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, html);
};

const readValues = (file: string | undefined): Values =>
  file === undefined ? {} : (JSON.parse(readFileSync(file, 'utf8')) as Values);

const main = async (): Promise<number> => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { values: { type: 'string' }, running: { type: 'boolean', default: false } },
  });
  const [folder] = positionals;
  if (folder === undefined) {
    process.stderr.write(USAGE);
    return 2;
  }
  const files = await readMails(folder);
  if (!values.running)
    process.stderr.write(
      'Starting a system in memory: a minute, two on a slow machine. --running uses the one that runs.\n',
    );
  const system = values.running ? fromEnvironment() : await ofItsOwn();
  const judge = await openJudge();
  rmSync(KEPT, { recursive: true, force: true });
  mkdirSync(KEPT, { recursive: true });
  try {
    const client = clientOf(system.api, system.key);
    await storeAdvertiser(client);
    const deliveries = await deliverAll(client, files, readValues(values.values), AGREED_AT);
    const arrived = new Map((await system.arrived()).map(({ to, html }) => [to, html]));
    const fates: Fate[] = [];
    for (const delivery of deliveries) {
      const html = delivery.outcome === 'sent' ? (arrived.get(delivery.to) ?? '') : undefined;
      if (html !== undefined) keep(delivery.file.name, html);
      fates.push(await fateOf(judge, delivery, html, `${system.pages}/o/`));
      process.stderr.write(`\r${fates.length} of ${files.length} mails`);
    }
    process.stderr.write('\n');
    writeFileSync(
      join(KEPT, 'report.json'),
      JSON.stringify(
        fates.map(({ file: { name }, ...fate }) => ({ name, ...fate })),
        undefined,
        1,
      ),
    );
    process.stdout.write(reportOf(fates));
    return isSound(fates) ? 0 : 1;
  } finally {
    await judge.close();
    await system.stop();
  }
};

process.exit(await main());
