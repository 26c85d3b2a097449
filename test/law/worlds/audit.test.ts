import { expect, test } from 'vitest';
import { needsNoBasis } from '#shared/domain/message/template.ts';
import { ignoredOpposition } from '#shared/domain/opposition/ignored-opposition.ts';
import { toInstant } from '#shared/domain/time/instant.ts';
import { CONTACT_ID, messageId } from '#test/support/builders.ts';
import { build } from '#test/worlds/ledger.ts';
import { worldOf } from '#test/worlds/making/generate.ts';

const MINUTE = 60_000;
const SEEDS = Array.from({ length: 300 }, (_, index) => index + 1);
const OPPOSED = ['OPPOSED_GLOBAL', 'OPPOSED_CHANNEL', 'OPPOSED_PURPOSE'];

/** What the vet says of the message of a made world, and what the audit would say had the message been handed off. */
const bothOn = async (seed: number) => {
  const world = worldOf(seed);
  const built = await build(world);
  const verdict = await built.verdictAt(Date.parse(world.at));
  const { message } = await built.request();
  const events = await built.events();
  const factId = ignoredOpposition(events, {
    at: toInstant(Date.parse(world.at)),
    messageId: messageId('one'),
    contactId: CONTACT_ID,
    channel: message.channel,
    purpose: message.purpose,
    class: message.template?.hasProspectingBlocks ? 'prospecting' : (message.template?.class ?? 'prospecting'),
    readTo: verdict.seq,
  });
  const opposed = verdict.reasons.find(({ code }) => OPPOSED.includes(code));
  const of = events.find((event) => 'id' in event && event.id === opposed?.factId);
  // A later consent, and the class of a template, are taken at their word.
  const isExcused =
    events.some(({ type, seq }) => type === 'consent-given' && seq > (of?.seq ?? 0)) ||
    needsNoBasis(message.template?.class ?? 'prospecting');
  return { seed, outcome: verdict.outcome, isOpposed: opposed !== undefined, isFound: factId !== undefined, isExcused };
};

test('P2: the audit, which shares nothing with the vet, finds nothing in what the vet allows, and finds what it refuses as opposed', {
  timeout: MINUTE,
}, async () => {
  const all: Awaited<ReturnType<typeof bothOn>>[] = [];
  for (const seed of SEEDS) all.push(await bothOn(seed));
  const allowed = all.filter(({ outcome }) => outcome === 'allow');
  const opposed = all.filter(({ isOpposed }) => isOpposed);
  const seedsOf = (some: typeof all) => some.map(({ seed }) => seed);
  expect(allowed.length).toBeGreaterThan(60);
  expect(seedsOf(allowed.filter(({ isFound }) => isFound))).toEqual([]);
  const missed = opposed.filter(({ isFound }) => !isFound);
  expect(seedsOf(missed.filter(({ isExcused }) => !isExcused))).toEqual([]);
  expect(opposed.length - missed.length).toBeGreaterThan(30);
});
