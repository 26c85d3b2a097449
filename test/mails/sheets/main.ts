/**
 * `npm run sheets -- [COUNT] [FROM]`: tries generated style sheets (10,000 from seed 1) against the sender and a browser.
 * Prints counts and refusals by rule; keeps each mail that is sent although nobody sees its way to stop in
 * `.aval/sheets/`, and ends with 1 if there is one. Refusals in vain are listed there too, with their seeds and sentences.
 * A run that was stopped goes on where it was; `--again` begins anew. `--judges N` browsers work side by side (2).
 * With `--properties`, hostile values of every property that the browser knows are tried instead, or a `--share` of them (1), as
 * seed FROM chooses.
 */
import { appendFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { openJudge } from '#tools/mails/judge/judge.ts';
import { propertiesOfBrowser } from '../properties/properties.ts';
import { searchProperties, written } from '../properties/search.ts';
import { type Found, runCampaign } from './campaign.ts';

const FOLDER = '.aval/sheets';
const STEP = 100;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    again: { type: 'boolean', default: false },
    judges: { type: 'string', default: '2' },
    properties: { type: 'boolean', default: false },
    share: { type: 'string', default: '1' },
  },
});
const [count = 10_000, from = 1] = positionals.map(Number);
const STEPS = `${FOLDER}/${from}-${count}.jsonl`;

/** What one step found, as it is kept for a run that goes on. */
interface Step {
  readonly at: number;
  readonly found: Omit<Found, 'byRule'> & { readonly byRule: readonly (readonly [string, Counts])[] };
}
interface Counts {
  readonly refused: number;
  readonly falsely: number;
}

const judges = await Promise.all(Array.from({ length: Number(values.judges) }, () => openJudge()));

if (values.properties) {
  const found = await searchProperties(judges, await propertiesOfBrowser(), {
    seed: from,
    share: Number(values.share),
  });
  await Promise.all(judges.map((judge) => judge.close()));
  process.stdout.write(`properties ${found.properties}, declarations ${found.declarations}
refused: ${found.refused}, of ${found.refusedProperties.size} properties
sent and not seen: ${found.blinding.length}
${found.blinding.map(({ declarations, why }) => `${declarations.map(written).join(' ')} => ${why.join('; ')}\n`).join('')}`);
  process.exit(found.blinding.length > 0 ? 1 : 0);
}

if (values.again || !existsSync(STEPS)) rmSync(FOLDER, { recursive: true, force: true });
mkdirSync(FOLDER, { recursive: true });
const steps: Step[] = (existsSync(STEPS) ? readFileSync(STEPS, 'utf8').split('\n') : [])
  .filter((line) => line.endsWith('}'))
  .map((line) => JSON.parse(line) as Step);

for (let at = from; at < from + count; at += STEP) {
  if (steps.some((step) => step.at === at)) continue;
  const found = await runCampaign(judges, at, Math.min(STEP, from + count - at));
  for (const { seed, mode, blind, html } of found.blind)
    writeFileSync(`${FOLDER}/${seed}.html`, `<!-- seed ${seed}, ${mode}: ${blind.join('; ')} -->\n${html}\n`);
  const step = { at, found: { ...found, byRule: [...found.byRule] } };
  appendFileSync(STEPS, `${JSON.stringify(step)}\n`);
  steps.push(step);
  process.stderr.write(
    `${at + STEP - from} of ${count}: ${steps.reduce((sum, { found: { blind } }) => sum + blind.length, 0)} blind\n`,
  );
}
await Promise.all(judges.map((judge) => judge.close()));

const sumOf = (of: (found: Step['found']) => number): number => steps.reduce((sum, { found }) => sum + of(found), 0);
const tried = sumOf((found) => found.tried);
const blind = sumOf((found) => found.blind.length);
const inVain = steps.flatMap(({ found }) => found.inVain);
const rules = new Map<string, Counts>();
for (const [rule, { refused, falsely }] of steps.flatMap(({ found }) => found.byRule)) {
  const before = rules.get(rule) ?? { refused: 0, falsely: 0 };
  rules.set(rule, { refused: before.refused + refused, falsely: before.falsely + falsely });
}
writeFileSync(`${FOLDER}/in-vain.tsv`, inVain.map(({ seed, refused }) => `${seed}\t${refused.join('\t')}\n`).join(''));

const inAll = (part: number): string => `${part} (${((100 * part) / tried).toFixed(1)} %)`;
process.stdout.write(`tried ${tried}, seeds ${from} to ${from + count - 1}
blind a block without protection: ${inAll(sumOf((found) => found.blinding))}
refused: ${inAll(sumOf((found) => found.refused))}, in vain ${inAll(inVain.length)}
sent and not seen: ${blind}${blind > 0 ? `, kept in ${FOLDER}` : ''}
`);
for (const [rule, { refused, falsely }] of [...rules].sort(([, a], [, b]) => b.falsely - a.falsely))
  process.stdout.write(`${String(refused).padStart(6)} refused, ${String(falsely).padStart(5)} in vain: ${rule}\n`);
process.exitCode = blind > 0 ? 1 : 0;
