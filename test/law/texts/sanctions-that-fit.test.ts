import { describe, expect, test } from 'vitest';
import type { Prohibition } from '#shared/law/article.ts';
import type { Facts } from '#shared/law/facts/facts.ts';
import { concerns } from '#shared/law/fold/forbids.ts';
import { prepareFacts } from '#shared/law/fold/prepare-facts.ts';
import { explain } from '#shared/law/reasons/explain.ts';
import { RULEBOOK } from '#shared/law/register.ts';
import type { Sanction } from '#shared/law/texts/sanction.ts';
import { aConsent, aStanding, aVetRequest, instant } from '../../support/builders.ts';
import { CHANNELS, type Class, READERS, SCOPES, type Situation, TOLD } from './sanctions-by-the-texts.ts';

const DAY = '2026-11-30';
const CLASSES: readonly Class[] = ['prospecting', 'transactional', 'relational'];
const FACTS: Facts = prepareFacts(aVetRequest({ standing: aStanding({ consents: [aConsent()] }) }));

/** What a basis of each reader may be: of a general address there is none but that it is one, which a sentence on a basis doubts. */
const BASES = {
  consumer: ['consent', 'existing-customer'],
  professional: ['consent', 'existing-customer', 'professional-interest'],
  'legal-person': [],
} as const;

/** Of a general address they are given only where the advertiser itself names a consent, which is then somebody's. */
const WHERE_A_CONSENT_IS_NAMED = new Set(['CONSENT_MISSING', 'EVIDENCE_MISSING']);

const factsOf = ({ channel, reader, class: declaredClass }: Situation): Facts => ({
  ...FACTS,
  channel,
  declaredClass,
  isConsumer: reader === 'consumer',
  isRoleAddressOfLegalPerson: reader === 'legal-person',
  templateCause: 'template:t@1',
  decided: declaredClass === 'prospecting' ? {} : { 'template:t@1': 'allowed' },
});

/** The sentences in force that may give a reason of a message in this situation. */
const sentencesIn = (situation: Situation, rulebook = RULEBOOK): readonly Prohibition[] => {
  const { ofMessage, ofMoment, ofBasis } = rulebook.rulesOn(DAY, situation.channel);
  const facts = factsOf(situation);
  const onBases = situation.class === 'prospecting' ? BASES[situation.reader].flatMap((kind) => ofBasis[kind]) : [];
  return [...new Set([...ofMessage, ...ofMoment, ...onBases])].filter(
    (each) =>
      concerns(each, facts) && !(situation.reader === 'legal-person' && WHERE_A_CONSENT_IS_NAMED.has(each.code)),
  );
};

/** The first text of a sanction, by which it is known. */
const nameOf = ({ texts: [first] }: Sanction): string => first?.name ?? 'contract';

/** The sanctions that a verdict tells of a sentence on that day. */
const toldOf = ({ code, article }: Prohibition): readonly string[] =>
  explain({
    reasons: [{ code, article: article.id }],
    notes: [],
    at: instant(`${DAY}T11:00:00+01:00`),
  }).reasons.flatMap(({ sanctions }) => sanctions.map(nameOf));

const SITUATIONS: readonly Situation[] = CHANNELS.flatMap((channel) =>
  READERS.flatMap((reader) => CLASSES.map((each) => ({ channel, reader, class: each }))),
);

/** Sanctions told in a situation that the texts do not give them for. */
const misfitsIn = (situation: Situation, sentences = sentencesIn(situation)): readonly string[] =>
  sentences.flatMap((sentence) =>
    toldOf(sentence)
      .filter((name) => {
        const scope = SCOPES[name];
        return !(
          scope?.channels.includes(situation.channel) &&
          scope.readers.includes(situation.reader) &&
          scope.classes.includes(situation.class)
        );
      })
      .map((name) => `${sentence.code} (${sentence.article.id}): ${name}`),
  );

describe('what a verdict tells that breaking the law costs', () => {
  test.each(SITUATIONS)('is for $class by $channel to a $reader', (situation) => {
    expect([...new Set(misfitsIn(situation))]).toEqual([]);
  });

  test('is told of each code as the texts say, by channel and reader', () => {
    const found: Record<string, readonly string[]> = {};
    const expected: Record<string, readonly string[]> = {};
    for (const channel of CHANNELS)
      for (const reader of READERS) {
        const situation: Situation = { channel, reader, class: 'prospecting' };
        const sentences = sentencesIn(situation);
        for (const [code, told] of Object.entries(TOLD)) {
          const where = `${code}, ${channel}, ${reader}`;
          const names = sentences.filter((each) => each.code === code).flatMap(toldOf);
          found[where] = [...new Set(names)].toSorted();
          const isGiven = sentences.some((each) => each.code === code);
          expected[where] = isGiven ? [...(typeof told === 'function' ? told(situation) : told)].toSorted() : [];
        }
      }
    expect(found).toEqual(expected);
  });

  test('is in the table for every code that tells of any', () => {
    const codes = RULEBOOK.prohibitions
      .filter(({ article, sanctions = [] }) => sanctions.length > 0 && (article.inForce.until ?? '9999') > DAY)
      .map(({ code }) => code);
    expect([...new Set(codes)].filter((code) => !(code in TOLD)).toSorted()).toEqual([]);
  });
});
