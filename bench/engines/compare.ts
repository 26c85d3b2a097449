/** Our fold beside five engines on npm that give every reason: the same rules and facts, agreement before timing. */
import { pathToFileURL } from 'node:url';
import type { Facts } from '../../shared/law/facts/facts.ts';
import { decide } from '../../shared/law/fold/decide.ts';
import { rulebookOf } from '../../shared/law/fold/rulebook.ts';
import { RULEBOOK } from '../../shared/law/register.ts';
import { perSecond } from '../rate.ts';
import { cedar } from './cedar.ts';
import { type Answer, type CitedRule, type Engine, versionOf } from './engine.ts';
import { type Sample, samplesOf } from './facts.ts';
import { jsonRulesEngine } from './json-rules-engine.ts';
import { nodeRules } from './node-rules.ts';
import { rools } from './rools.ts';
import { PORTABLE_RULES } from './rules.ts';
import { zen } from './zen.ts';

const PEERS: readonly (readonly [name: string, engine: Engine])[] = [
  ['rools', rools],
  ['node-rules', nodeRules],
  ['json-rules-engine', jsonRulesEngine],
  ['@cedar-policy/cedar-wasm', cedar],
  ['@gorules/zen-engine', zen],
];
const MESSAGES = 1000;

/** One engine: how many of the answers are ours, and its speed on one core. */
export interface EngineMeasure {
  readonly name: string;
  readonly version: string;
  readonly agrees: string;
  readonly perSecond: number;
}

const codes = new Set(PORTABLE_RULES.map(({ code }) => code));
const SENTENCES = RULEBOOK.prohibitions.filter(({ code }) => codes.has(code));
/** Our own rulebook, cut down to the sentences that the others are given. */
const SUBSET = rulebookOf(SENTENCES, 'bench');

const citedRules = (): readonly CitedRule[] =>
  PORTABLE_RULES.map((rule) => {
    const cited = SENTENCES.filter(({ code }) => code === rule.code);
    const [sentence] = cited;
    if (sentence === undefined || cited.length > 1) throw new Error(`${rule.code}: ${cited.length} sentences`);
    return { ...rule, article: sentence.article.id };
  });

const inWords = (outcome: string, reasons: readonly { code: string; article?: string | undefined }[]): string =>
  `${outcome}: ${reasons.map(({ code, article }) => `${code} ${article}`).sort()}`;

const ourWords = (facts: Facts): string => {
  const { outcome, reasons } = decide(facts, SUBSET);
  return inWords(outcome, outcome === 'allow' ? [] : reasons);
};

/** Throws unless every rule is met several times: an agreement on nothing would prove nothing. */
const expectEveryRule = (samples: readonly Sample[]) => {
  const met = samples.flatMap(({ facts }) => decide(facts, SUBSET).reasons.map(({ code }) => code));
  const rare = [...codes].filter((code) => met.filter((each) => each === code).length < 5);
  if (rare.length > 0) throw new Error(`met fewer than five times: ${rare.join(', ')}`);
};

const agreementOf = async (samples: readonly Sample[], ask: (sample: Sample) => Answer | Promise<Answer>) => {
  let same = 0;
  for (const sample of samples) {
    const { outcome, reasons } = await ask(sample);
    if (inWords(outcome, reasons) === ourWords(sample.facts)) same++;
  }
  if (same < samples.length) throw new Error(`an engine agrees on ${same} of ${samples.length} only: nothing is timed`);
  return `${same} of ${samples.length}`;
};

/** Decisions per second with every reason and citation, ours first. Throws when an engine answers otherwise. */
export const benchEngines = async (seconds = 1.5): Promise<readonly EngineMeasure[]> => {
  const samples = samplesOf(MESSAGES);
  const rules = citedRules();
  expectEveryRule(samples);
  const peers: { name: string; agrees: string; ask: (sample: Sample) => unknown }[] = [];
  for (const [name, engine] of PEERS) {
    const answer = await engine(rules);
    const ask = ({ flat }: Sample) => answer(flat);
    peers.push({ name, agrees: await agreementOf(samples, ask), ask });
  }
  const ours = await perSecond(samples, ({ facts }) => decide(facts, SUBSET), seconds);
  const rows: EngineMeasure[] = [{ name: 'aval', version: 'this tree', agrees: 'the reference', perSecond: ours }];
  for (const { name, agrees, ask } of peers)
    rows.push({ name, version: versionOf(name), agrees, perSecond: await perSecond(samples, ask, seconds) });
  return rows;
};

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) console.table(await benchEngines());
