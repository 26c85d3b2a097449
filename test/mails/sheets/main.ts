/**
 * `npm run sheets -- [COUNT] [FROM]`: tries generated style sheets (10,000 from seed 1) against the sender and a browser.
 * Prints counts and refusals by rule; keeps each mail that is sent although nobody sees its way to stop in
 * `.aval/sheets/`, and ends with 1 if there is one. Refusals in vain are listed there too, with their seeds and sentences.
 */
import { appendFileSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { openJudge } from '#tools/mails/judge/judge.ts';
import { runCampaign } from './campaign.ts';

const FOLDER = '.aval/sheets';
const IN_VAIN = `${FOLDER}/in-vain.tsv`;
const STEP = 500;
const [count = 10_000, from = 1] = process.argv.slice(2).map(Number);

const judges = await Promise.all([openJudge(), openJudge()]);
rmSync(FOLDER, { recursive: true, force: true });
mkdirSync(FOLDER, { recursive: true });

const total = { tried: 0, blinding: 0, refused: 0, inVain: 0, blind: 0 };
const rules = new Map<string, { refused: number; falsely: number }>();
for (let done = 0; done < count; done += STEP) {
  const found = await runCampaign(judges, from + done, Math.min(STEP, count - done));
  for (const { seed, mode, blind, html } of found.blind)
    writeFileSync(`${FOLDER}/${seed}.html`, `<!-- seed ${seed}, ${mode}: ${blind.join('; ')} -->\n${html}\n`);
  for (const { seed, refused } of found.inVain) appendFileSync(IN_VAIN, `${seed}\t${refused.join('\t')}\n`);
  for (const name of ['tried', 'blinding', 'refused'] as const) total[name] += found[name];
  total.blind += found.blind.length;
  total.inVain += found.inVain.length;
  for (const [rule, { refused, falsely }] of found.byRule) {
    const before = rules.get(rule) ?? { refused: 0, falsely: 0 };
    rules.set(rule, { refused: before.refused + refused, falsely: before.falsely + falsely });
  }
  process.stderr.write(`${total.tried} of ${count}: ${total.blind} blind\n`);
}
await Promise.all(judges.map((judge) => judge.close()));

const share = (part: number): string => `${((100 * part) / total.tried).toFixed(1)} %`;
process.stdout.write(`tried ${total.tried}, seeds ${from} to ${from + count - 1}
blind a block without protection: ${total.blinding} (${share(total.blinding)})
refused: ${total.refused} (${share(total.refused)}), in vain ${total.inVain} (${share(total.inVain)})
sent and not seen: ${total.blind}${total.blind > 0 ? `, kept in ${FOLDER}` : ''}
`);
for (const [rule, { refused, falsely }] of [...rules].sort(([, a], [, b]) => b.falsely - a.falsely))
  process.stdout.write(`${String(refused).padStart(6)} refused, ${String(falsely).padStart(5)} in vain: ${rule}\n`);
process.exitCode = total.blind > 0 ? 1 : 0;
