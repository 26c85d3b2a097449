import { globSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { inWords } from '#shared/app/campaigns/report/report-view.ts';
import { FAILURE_CODES, Failure, isRetryable } from '#shared/domain/failure.ts';

/** Each code with which somebody may wait is looked for in the code that writes it: none is listed here. */
const sources = (pattern: string): readonly string[] => globSync(pattern).map((file) => readFileSync(file, 'utf8'));
const ADAPTERS = sources('shared/{adapters/**/,app/send/steps-of}*.ts');
const CAMPAIGNS = sources('shared/app/campaigns/**/*.ts');

/** A literal, or the beginning of one that has something put into it, which is said of all of them alike. */
const literal = String.raw`(?:'([a-z][\w:-]*)'|\`([a-z-]+:)\$\{)`;
const found = (texts: readonly string[], pattern: string): readonly string[] =>
  texts.flatMap((text) =>
    [...text.matchAll(new RegExp(pattern, 'g'))].map(([, whole, beginning]) => whole ?? `${beginning}Whatever`),
  );

/** What providers and their adapters say where nothing left. */
const ofProviders = found(ADAPTERS, String.raw`(?:(?<!'unknown', )cause: |refusedFor\()${literal}`);
/** What holds back whom the law lets leave: our own reasons. */
const ofCampaigns = found(CAMPAIGNS, `code: ${literal}(?:, seconds)`);
const [outcomes = ''] = CAMPAIGNS.filter((text) => text.includes('waiting(attempted.end'));
const ofAttempts = [
  ...(outcomes.match(/((?:\s*case '[^']+':)+)\s*return \{ outcome: waiting\(attempted\.end/)?.[1] ?? '').matchAll(
    /'([^']+)'/g,
  ),
].map(([, came = '']) => came);
const [halts = ''] = sources('shared/domain/halt.ts').map((text) => text.match(/type HaltReason = (.*);/)?.[1] ?? '');
const ofHalts = [...halts.matchAll(/'([^']+)'/g)].map(([, reason = '']) => reason);
const ofFailures = FAILURE_CODES.filter((code) => isRetryable(new Failure(code, '')));

const ALL = [...new Set([...ofProviders, ...ofCampaigns, ...ofAttempts, ...ofHalts, ...ofFailures, 'unforeseen'])];
const GENERAL = inWords('waiting', 'no-code-has-this-name');

describe('whoever waits', () => {
  test('waits with one of these', () => {
    expect(ALL).toEqual(
      expect.arrayContaining([
        'paused',
        'throttled',
        'claim-held',
        'sending-halted',
        'journal-not-replayed',
        'hour-just-begun',
        'sends-changed',
        'rejected:Whatever',
        'refused:Whatever',
        'no-route',
        'dependency-unavailable',
      ]),
    );
  });

  test.each(ALL)('%s is said in words of its own', (code) => {
    const { sentence, remedy } = inWords('waiting', code);
    expect(sentence).not.toEqual(GENERAL.sentence);
    for (const text of [sentence.fr, sentence.en, remedy?.fr, remedy?.en]) expect(text).toMatch(/^\p{Lu}.*\.$/u);
  });

  /** A provider that refuses all alike pauses the campaign, and an operator lets go on what he held back. */
  const forSomebody = [
    ...ofProviders.filter((code) => /^(?:rejected:|no-route)/.test(code)),
    ...ofHalts,
    'paused',
    'address-undeliverable',
  ];
  test.each([...new Set(forSomebody)])('%s is for somebody: nobody is told that it goes on by itself', (code) => {
    expect(inWords('waiting', code).remedy).not.toEqual(GENERAL.remedy);
    expect(inWords('waiting', code).remedy?.fr).not.toContain('Rien à faire');
  });
});
