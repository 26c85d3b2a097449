/**
 * Our verdict beside five engines on npm that give every reason. Each is given the same request and final bytes, prepares
 * its facts of them, and gives a verdict to store, with every reason and the hash of the facts. They must agree first.
 */
import { pathToFileURL } from 'node:url';
import { sha256OfJson } from '../../shared/domain/ledger/canonical.ts';
import type { StoredVerdict } from '../../shared/domain/message/verdict.ts';
import type { Facts } from '../../shared/law/facts/facts.ts';
import { conclude } from '../../shared/law/fold/conclude.ts';
import { prepareFacts } from '../../shared/law/fold/prepare-facts.ts';
import { rulebookOf } from '../../shared/law/fold/rulebook.ts';
import { vet, vetBytes } from '../../shared/law/fold/vet.ts';
import { RULEBOOK } from '../../shared/law/register.ts';
import { aVetRequest } from '../../test/support/builders.ts';
import { perSecond } from '../rate.ts';
import { cedar } from './cedar.ts';
import { type Answer, type CitedRule, type Engine, versionOf } from './engine.ts';
import { flatOf, type Sample, samplesOf } from './facts.ts';
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
  /** From request and bytes to a verdict to store. */
  readonly perSecond: number;
  /** Of this, the answer alone, over facts that were prepared before. */
  readonly answersPerSecond: number;
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

/** `vetBytes` judges what was allowed before. */
const ALLOWED: StoredVerdict = { ...vet(aVetRequest()), outcome: 'allow' };
const ourVerdict = ({ request, bytes }: Sample): StoredVerdict => vetBytes(request, ALLOWED, bytes, SUBSET);

const ourWords = (sample: Sample): string => {
  const { outcome, reasons } = ourVerdict(sample);
  return inWords(outcome, outcome === 'allow' ? [] : reasons);
};

/** What a verdict contains beside the answer; the hash is over the same facts as ours. */
const storedOf = ({ outcome, reasons }: Answer, { request }: Sample, facts: Facts): StoredVerdict => ({
  outcome,
  reasons: [...reasons],
  notes: [],
  at: request.at,
  seq: request.standing?.seq ?? 0,
  settingsVersion: request.advertiser.settingsVersion,
  rulebookVersion: SUBSET.version,
  factsSha256: sha256OfJson(facts),
  sendsCounted: facts.sendsCounted,
});

type Ask = (sample: Sample) => Promise<StoredVerdict>;
const asked =
  (answer: Awaited<ReturnType<Engine>>): Ask =>
  async (sample) => {
    const facts = prepareFacts(sample.request, sample.bytes);
    return storedOf(await answer(flatOf(facts)), sample, facts);
  };

/** Throws unless every rule is met several times: an agreement on nothing would prove nothing. */
const expectEveryRule = (samples: readonly Sample[]) => {
  const met = samples.flatMap((sample) => ourVerdict(sample).reasons.map(({ code }) => code));
  const rare = [...codes].filter((code) => met.filter((each) => each === code).length < 5);
  if (rare.length > 0) throw new Error(`met fewer than five times: ${rare.join(', ')}`);
};

const agreementOf = async (samples: readonly Sample[], ask: Ask) => {
  let same = 0;
  for (const sample of samples) {
    const { outcome, reasons } = await ask(sample);
    if (inWords(outcome, reasons) === ourWords(sample)) same++;
  }
  if (same < samples.length) throw new Error(`an engine agrees on ${same} of ${samples.length} only: nothing is timed`);
  return `${same} of ${samples.length}`;
};

/** Verdicts per second with every reason and citation, ours first. Throws when an engine answers otherwise. */
export const benchEngines = async (seconds = 1.5): Promise<readonly EngineMeasure[]> => {
  const samples = samplesOf(MESSAGES);
  const rules = citedRules();
  expectEveryRule(samples);
  const prepared = samples.map(({ request, bytes }) => prepareFacts(request, bytes));
  const flat = prepared.map((facts) => flatOf(facts));
  const peers: { name: string; agrees: string; ask: Ask; answer: Awaited<ReturnType<Engine>> }[] = [];
  for (const [name, engine] of PEERS) {
    const answer = await engine(rules);
    const ask = asked(answer);
    peers.push({ name, agrees: await agreementOf(samples, ask), ask, answer });
  }
  const ours = await perSecond(samples, ourVerdict, seconds);
  const folds = await perSecond(prepared, (facts) => conclude(facts, SUBSET), seconds);
  const us = { name: 'aval', version: 'this tree', agrees: 'the reference', perSecond: ours, answersPerSecond: folds };
  const rows: EngineMeasure[] = [us];
  for (const { name, agrees, ask, answer } of peers) {
    const rate = await perSecond(samples, ask, seconds);
    const answersPerSecond = await perSecond(flat, answer, seconds);
    rows.push({ name, version: versionOf(name), agrees, perSecond: rate, answersPerSecond });
  }
  return rows;
};

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) console.table(await benchEngines());
