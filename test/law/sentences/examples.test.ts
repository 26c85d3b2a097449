import { describe, expect, test } from 'vitest';
import { instantOfWall } from '#shared/domain/time/calendar.ts';
import type { Example, ExampleChanges } from '#shared/law/example.ts';
import { type Facts, prepareFacts } from '#shared/law/facts/facts.ts';
import { momentAt } from '#shared/law/facts/moments.ts';
import { concerns } from '#shared/law/fold/forbids.ts';
import { rulebookOf } from '#shared/law/fold/rulebook.ts';
import { REGISTER } from '#shared/law/register.ts';
import { type Drafted, draftedProhibitions } from '#tools/law/drafted.ts';
import { aConsent, aStanding, aVetRequest } from '../../support/builders.ts';

const lawful: Facts = prepareFacts(aVetRequest({ standing: aStanding({ consents: [aConsent()] }) }));

const placesIn = (zones: readonly string[]) => zones.map((zone) => ({ zone, regions: ['FR' as const] }));

/** The clock of the first zone shows `local`; the day it falls on chooses the law. */
const atLocalTime = (local: string, zones: readonly string[]) => {
  const [date = '', clock = ''] = local.split('T');
  const minute = Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5));
  const at = instantOfWall(date, minute, zones[0] ?? 'Europe/Paris');
  const places = placesIn(zones);
  return { at, day: date, places, moments: places.map((place) => momentAt(at, place)) };
};

const factsOf = (
  rule: Drafted['prohibition'],
  { basis, local, zones, callsDaysAgo = [], ...changes }: ExampleChanges,
): Facts => {
  const { from, until } = rule.article.inForce;
  const day = until !== undefined && lawful.day >= until ? from : lawful.day;
  const kind = rule.judges === 'basis' ? rule.bases[0] : undefined;
  const bases = lawful.bases.map((each) => ({ ...each, ...(kind === undefined ? {} : { kind }), ...basis }));
  const time = local === undefined ? {} : atLocalTime(local, zones ?? ['Europe/Paris']);
  const facts = { ...lawful, day, bases, ...time, ...changes };
  return { ...facts, callAttempts: callsDaysAgo.map((days) => facts.at - days * 86_400_000) };
};

const says = ({ prohibition }: Drafted, [, changes]: Example): 'forbidden' | 'not forbidden' => {
  const facts = factsOf(prohibition, changes);
  const rules = rulebookOf([prohibition], 'one').rulesOn(facts.day, facts.channel);
  const [basis] = facts.bases;
  const isAsked = concerns(prohibition, facts);
  const forbids =
    [...rules.ofMessage, ...rules.ofMoment].some(
      (rule) => rule.when(facts) && !rule.unless?.some((u) => u.when(facts)),
    ) ||
    (basis !== undefined &&
      rules.ofBasis[basis.kind].some(
        (rule) => rule.when(basis, facts) && !rule.unless?.some((u) => u.when(basis, facts)),
      ));
  return isAsked && forbids ? 'forbidden' : 'not forbidden';
};

const drafted = await draftedProhibitions();

describe('the examples beside the rules', () => {
  for (const each of drafted) {
    for (const example of each.examples) {
      test(`${each.prohibition.article.id}, ${each.prohibition.code}: ${example[0]} is ${example[2]}`, () => {
        expect(says(each, example)).toBe(example[2]);
      });
    }
  }
});

describe('the register', () => {
  test('holds every prohibition drafted in a file of articles, and nothing else', () => {
    const inFiles = drafted.map(({ prohibition }) => prohibition);
    expect(new Set(inFiles)).toEqual(new Set(REGISTER));
    expect(REGISTER.length).toBe(inFiles.length);
  });
  test('has an example on each side of every prohibition', () => {
    const oneSided = drafted.filter(({ examples }) => new Set(examples.map(([, , side]) => side)).size < 2);
    expect(oneSided.map(({ file, name }) => `${file} ${name}`)).toEqual([]);
  });
});
