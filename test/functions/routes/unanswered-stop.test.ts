import { afterEach, beforeEach, describe, expect, inject, test } from 'vitest';
import { textAnswersIn } from '#functions/manifest/routes/text-answers.ts';
import { detailInWords } from '#shared/law/reasons/details.ts';
import { explain } from '#shared/law/reasons/explain.ts';
import { instant } from '#test/support/builders.ts';
import { type SendWorld, startSendWorld } from '#test/support/send-world.ts';

/** Texts whose STOP would not arrive from where their reader is, on a real store, by the usual route and by others. */
let world: SendWorld;
beforeEach(async () => {
  world = await startSendWorld(inject('dynamoDbUrl'));
  // 10:30 in the Antilles, 18:30 in Réunion: texts are lawful in all of them.
  world.clock.set(instant('2026-11-24T14:30:00Z'));
});
afterEach(() => world.close());

const reasonsOf = async (reference: Parameters<SendWorld['message']>[0]) =>
  (await world.message(reference)).verdict?.reasons;
const REFUSED = [{ code: 'OPPOSITION_ROAD_NOT_WORKING', detail: 'not-from-there' }];
const NOT_RECEIVED = [{ code: 'OPPOSITION_ROAD_NOT_WORKING', detail: 'code-not-received' }];
const REUNION = '+262692123456';
/** By a provider, with these codes. */
const by = (name: 'smsmode' | 'spot-hit', channel: 'sms' | 'mms', codes?: readonly object[]) => {
  const common = { url: 'https://provider.example', answers: ['reply'], requestsPerSecond: 1 };
  const own = name === 'spot-hit' ? { mediaBytes: 300_000 } : {};
  const stated = JSON.stringify({ routes: [{ name, ...common, ...own, channels: [channel] }], codes });
  Object.assign(world.ports, { textAnswers: textAnswersIn(stated) });
};

describe('an SMS by SNS', () => {
  test.each([
    ['Réunion or Mayotte', REUNION],
    ['Guadeloupe', '+590690123456'],
    ['Guyane', '+594694123456'],
    ['Martinique', '+596696123456'],
    ['Germany, where a French short code is nobody’s', '+4915112345678'],
  ])('P3: to %s is refused before its claim, since its STOP would not arrive', async (_, to) => {
    const reference = await world.aMessage({ channel: 'sms', to });
    expect(await world.deliver(reference)).toMatchObject({ state: 'refused' });
    expect(await reasonsOf(reference)).toMatchObject(REFUSED);
    expect(world.stub.calls()).toBe(0);
    expect(await world.sends(reference.contactId)).toEqual([]);
  });

  test('to France is sent', async () => {
    const reference = await world.aMessage({ channel: 'sms' });
    expect(await world.deliver(reference)).toMatchObject({ state: 'sent' });
  });

  test('with a code that the stage does not state is refused', async () => {
    const codes = [{ code: '36999', countries: ['FR'] }];
    Object.assign(world.ports, { textAnswers: textAnswersIn(JSON.stringify({ routes: [], codes })) });
    const reference = await world.aMessage({ channel: 'sms' });
    expect(await world.deliver(reference)).toMatchObject({ state: 'refused' });
    expect(await reasonsOf(reference)).toMatchObject(NOT_RECEIVED);
  });
});

describe('a text by a provider', () => {
  test('is refused to where nobody says that its code is answered from, and sent to where the deployer says so', async () => {
    by('smsmode', 'sms');
    const unsaid = await world.aMessage({ channel: 'sms', to: REUNION });
    expect(await world.deliver(unsaid)).toMatchObject({ state: 'refused' });
    by('smsmode', 'sms', [{ code: '36105', countries: ['FR', 'RE', 'YT'] }]);
    const said = await world.aMessage({ channel: 'sms', to: '+262692123457' });
    expect(await world.deliver(said)).toMatchObject({ state: 'sent' });
  });

  test('P3: an MMS by Spot-Hit that names a code of another is refused, which Spot-Hit would never receive', async () => {
    by('spot-hit', 'mms');
    const reference = await world.aMessage({ channel: 'mms' });
    expect(await world.deliver(reference)).toMatchObject({ state: 'refused' });
    expect(await reasonsOf(reference)).toMatchObject(NOT_RECEIVED);
    expect(world.stub.calls()).toBe(0);
  });
});

const wordsOf = (code: string, detail: string) =>
  explain({ reasons: [{ code, detail }], notes: [] }).reasons[0]?.remedy;

describe('what is said of such a text', () => {
  test.each(['OPPOSITION_ROAD_NOT_WORKING', 'RELATIONAL_REFUSAL_MISSING'])(
    '%s: why, and a remedy that names its code, its route and the setting, in both languages',
    (code) => {
      for (const detail of ['not-from-there', 'code-not-received'] as const) {
        expect(detailInWords(code, detail)?.en).toContain('this code');
        const { fr, en } = wordsOf(code, detail)?.sentence ?? { fr: '', en: '' };
        expect([en, fr]).toEqual([
          expect.stringMatching(/replyCode.*the route of the channel.*senders\.replyCodes/),
          expect.stringMatching(/replyCode.*la route du canal.*senders\.replyCodes/),
        ]);
      }
    },
  );
});
