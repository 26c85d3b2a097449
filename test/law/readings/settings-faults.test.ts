import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mentionsOf } from '#shared/app/messages/compose-message.ts';
import { refuseFaultySettings } from '#shared/app/settings/readiness-of-settings.ts';
import { RENDERINGS, type RenderedOn } from '#shared/channels/renderings.ts';
import type { Advertiser } from '#shared/domain/advertiser/advertiser.ts';
import { Failure } from '#shared/domain/failure.ts';
import { Sha256 } from '#shared/domain/ids.ts';
import type { SentChannel } from '#shared/domain/message/channel.ts';
import type { Content } from '#shared/domain/message/content.ts';
import { addSeconds } from '#shared/domain/time/instant.ts';
import { promotionalHoursOn } from '#shared/law/articles/af2m/charter-versions.ts';
import { minutesOf } from '#shared/law/facts/moments.ts';
import { vet, vetBytes } from '#shared/law/fold/vet.ts';
import { missingByChannel, settingsFaults } from '#shared/law/readings/settings-faults.ts';
import { shareOfCount } from '#test/support/shares/share.ts';
import { aConsent, anAdvertiser, aProposedMessage, aStanding, aVetRequest, instant } from '../../support/builders.ts';
import { MOBILE } from '../../support/proposed.ts';

const MISSION = ['email', 'sms', 'mms', 'automated-call'] as const;
type Tried = (typeof MISSION)[number];

const consents = [aConsent({ channels: [...MISSION] })];
/** A Tuesday that is no holiday, from 00:00 in Paris. */
const TUESDAY = instant('2026-11-24T00:00:00+01:00');
/** One moment between each two of the half hours at which a window of `time`, or of the charter, may begin or end: those of a whole day. */
const MOMENTS = ['12:00', '08:00', '21:00', '21:30', '07:30', '00:00', '22:00', '23:30'].map((time) =>
  addSeconds(TUESDAY, minutesOf(time) * 60),
);

const CONTENTS: Readonly<Record<Tried, Content>> = {
  email: { subject: 'Nos vins', text: 'Venez nous voir.' },
  sms: { text: 'Venez nous voir.' },
  mms: {
    text: 'Venez nous voir.',
    media: { url: 'https://images.example/a.jpg', sha256: Sha256.parse('a'.repeat(64)), type: 'image/jpeg', bytes: 1 },
  },
  'automated-call': { script: 'Venez nous voir.' },
};

const readAgain = <Name extends SentChannel>(rendered: RenderedOn<Name>) => rendered.verify(rendered.outgoing, false);

/** What the bytes of a message from this sender say, as they would be handed over. */
const factsOfBytes = (advertiser: Advertiser, channel: Tried, sender: string, to: string) => {
  const from = RENDERINGS[channel].prepare(CONTENTS[channel], 'taken-out').from(advertiser, sender);
  if (from === undefined) throw new Error(`no ${sender} on ${channel}`);
  const mentions = mentionsOf({
    advertiser,
    standing: undefined,
    sends: [],
    why: { basis: 'consent', since: '2026-05-20T09:00:00Z' },
    oppositionUrl: 'https://stop.example/o/k1_AbCdEf',
    ofSender: from.mentions,
  });
  return readAgain(from.renderFor({ to, values: {}, mentions }));
};

/** A lawful message from this sender leaves at some moment of the day, by the bytes that are made of it. */
const everLeaves = (advertiser: Advertiser, channel: Tried, sender: string): boolean => {
  const address = channel === 'email' ? 'camille@example.fr' : MOBILE;
  const bytes = factsOfBytes(advertiser, channel, sender, address);
  return MOMENTS.some((at) => {
    const message = aProposedMessage({ channel, sender, validUntil: addSeconds(at, 60) });
    const request = aVetRequest({ at, address, message, advertiser, standing: aStanding({ consents }) });
    const verdict = vet(request);
    return verdict.outcome === 'allow' && vetBytes(request, verdict, bytes).outcome === 'allow';
  });
};

const pointersOf = (advertiser: Advertiser) => settingsFaults(advertiser, '2026-11-24').map(({ pointer }) => pointer);

/** What is refused when these settings are put, as pointers: by the law, and by the texts that would be made. */
const refusedWhenPut = (advertiser: Advertiser): readonly string[] => {
  try {
    refuseFaultySettings(advertiser, TUESDAY, { textAnswers: {} });
    return [];
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return error.errors.map(({ pointer }) => pointer);
  }
};

/** Each says in both languages, in whole sentences, what is wrong and what to do. */
const areWhole = (faults: ReturnType<typeof settingsFaults>): void => {
  for (const { sentence, remedy } of faults)
    for (const words of [sentence.fr, sentence.en, remedy.sentence.fr, remedy.sentence.en])
      expect(words).toMatch(/^\p{Lu}.{15,}\.$/u);
};

/** The senders whose every message is refused, as pointers. */
const silentSenders = (advertiser: Advertiser): readonly string[] => {
  const { email, sms, calls = [] } = advertiser.senders;
  const silent = (channel: Tried, at: string, senders: readonly string[]) =>
    senders.flatMap((sender, index) => (everLeaves(advertiser, channel, sender) ? [] : [`${at}/${index}`]));
  return [
    ...silent(
      'email',
      '/senders/email',
      email.map(({ address }) => address),
    ),
    ...silent(
      'sms',
      '/senders/sms',
      sms.map(({ senderId }) => senderId),
    ),
    ...silent(
      'mms',
      '/senders/sms',
      sms.map(({ senderId }) => senderId),
    ),
    ...silent(
      'automated-call',
      '/senders/calls',
      calls.map(({ callerId }) => callerId),
    ),
  ];
};

const time = fc.constantFrom('00:00', '07:30', '08:00', '12:00', '21:00', '21:30', '22:00', '24:00');
const window = fc
  .tuple(time, time)
  .filter(([from, until]) => from < until)
  .map(([from, until]) => ({ from, until }));
const emailNames = fc.constantFrom('Maison Valmy', 'La cave de MAISON-VALMY', 'Vins du Sud', 'Maison Valmy SAS', '!!!');
const senderIds = fc.constantFrom(
  ...['MAISONVALMY', 'VALMY', 'MV', 'MVS', 'V', 'PROMO', 'BONSPLANS', 'EY', 'X', 'LE CLUB', 'ÉTÉVINS'],
  ...['36105', '12345', '38105', '+33939400000', '+33937123456', '+33612345678'],
);
const replyCodes = fc.constantFrom('36105', '81180', '+33892000000', '+33612345678', '38105', '45000');
/** Where whoever is called opposes where no key is heard. */
const oppositionNumbers = fc.constantFrom(
  ...['+33800123456', '+33162000180', '+33899123456', '+33812345678', '+33825123456', '3200', '3900', '3640', '1010'],
);
const callers = fc.constantFrom('+33162000000', '+33612345678', '+33142000000', '+33939400000', '+32470123456');

const anySettings = fc
  .record({
    tradeNames: fc.constantFrom<string[][]>(
      ...[[], ['Maison Valmy'], ['!!!'], ['Vins du Sud', 'Maison Valmy'], ['Le X'], ['Maison Valmy', 'Bons Plans']],
    ),
    email: emailNames,
    senderId: senderIds,
    replyCode: replyCodes,
    callerId: callers,
    acceptsKeyPress: fc.boolean(),
    oppositionNumber: oppositionNumbers,
    window,
  })
  .map(({ tradeNames, email, senderId, replyCode, callerId, acceptsKeyPress, oppositionNumber, window }) =>
    anAdvertiser({
      tradeNames,
      senders: {
        email: [{ address: 'bonjour@maison-valmy.example', name: email }],
        sms: [{ senderId, replyCode }],
        calls: [{ callerId, acceptsKeyPress, oppositionNumber }],
      },
      sms: { maxSegments: 3, sundayAndHolidayCourtesy: true, window },
    }),
  );

describe('settings that refuse every message of a sender are faults, and no others are', () => {
  test('whatever the names, senders, codes and hours', () => {
    fc.assert(
      fc.property(anySettings, (advertiser) => {
        const pointers = refusedWhenPut(advertiser);
        const texts = pointers.filter((pointer) => pointer.startsWith('/senders/sms') || pointer === '/sms/window');
        const found = new Set([
          ...pointers.filter((pointer) => /^\/senders\/(?:email|calls)/.test(pointer)),
          ...(texts.length > 0 ? ['/senders/sms/0'] : []),
        ]);
        const expected = silentSenders(advertiser).filter(
          // 38xxx carries what is no prospecting, so that it is no fault.
          (pointer) =>
            pointer !== '/senders/sms/0' || texts.length > 0 || advertiser.senders.sms[0]?.senderId !== '38105',
        );
        const placed = [...found].map((each) => each.replace(/(\/\d+).*$/, '$1'));
        expect([...new Set(placed)].sort()).toEqual([...new Set(expected)].sort());
      }),
      { numRuns: shareOfCount(150, 60) },
    );
  });

  test.each<[string, Partial<Advertiser['senders']>, string]>([
    ['a display name of nobody', { email: [{ address: 'a@b.example', name: 'Vins du Sud' }] }, '/senders/email/0/name'],
    ['a sender of digits', { sms: [{ senderId: '123456', replyCode: '36105' }] }, '/senders/sms/0/senderId'],
    ['a generic word', { sms: [{ senderId: 'Promo', replyCode: '36105' }] }, '/senders/sms/0/senderId'],
    ['a paid code', { sms: [{ senderId: 'VALMY', replyCode: '81180' }] }, '/senders/sms/0/replyCode'],
    [
      'a surcharged number to oppose at',
      { calls: [{ callerId: '+33162000000', acceptsKeyPress: false, oppositionNumber: '+33899123456' }] },
      '/senders/calls/0/oppositionNumber',
    ],
    [
      'a short number that is paid',
      { calls: [{ callerId: '+33162000000', acceptsKeyPress: false, oppositionNumber: '3900' }] },
      '/senders/calls/0/oppositionNumber',
    ],
    ['a mobile number', { calls: [{ callerId: '+33612000000', acceptsKeyPress: false }] }, '/senders/calls/0/callerId'],
  ])('%s', (_, senders, pointer) => {
    const advertiser = anAdvertiser({ senders: { email: [], sms: [], ...senders } });
    const [fault, ...others] = settingsFaults(advertiser, '2026-11-24');
    expect([fault?.pointer, others]).toEqual([pointer, []]);
    areWhole(fault === undefined ? [] : [fault]);
  });

  test('a name of signs alone shows nobody', () => {
    expect(
      pointersOf(
        anAdvertiser({ tradeNames: ['!!!'], senders: { email: [{ address: 'a@b.example', name: 'Vins' }], sms: [] } }),
      ),
    ).toEqual(['/senders/email/0/name']);
  });

  test('and hours that never meet the lawful ones say so', () => {
    const sms = { maxSegments: 3, sundayAndHolidayCourtesy: true, window: { from: '21:30', until: '23:00' } };
    const faults = settingsFaults(anAdvertiser({ sms }), '2026-11-24');
    expect(faults).toHaveLength(1);
    areWhole(faults);
  });

  test('hours of the first charter are judged by it', () => {
    const late = anAdvertiser({
      sms: { maxSegments: 3, sundayAndHolidayCourtesy: true, window: { from: '21:30', until: '23:00' } },
    });
    expect(settingsFaults(late, '2026-02-28')).toEqual([]);
    expect(settingsFaults(late, '2026-03-01').map(({ pointer }) => pointer)).toEqual(['/sms/window']);
  });
  test.each([
    ['2024-08-31', [[0, 24 * 60]]],
    ['2024-09-01', [[8 * 60, 22 * 60]]],
    ['2026-02-28', [[8 * 60, 22 * 60]]],
    ['2026-03-01', [[8 * 60, 21 * 60 + 30]]],
  ])('on %s texts may leave in the hours of the charter of that day', (day, hours) => {
    expect(promotionalHoursOn(day)).toEqual(hours);
  });
});

describe('what settings lack by channel', () => {
  const lacking = (senders: Advertiser['senders']) =>
    Object.entries(missingByChannel(anAdvertiser({ senders }))).flatMap(([channel, missing]) =>
      missing.map(({ pointer }) => `${channel} ${pointer}`),
    );
  test.each<[string, Advertiser['senders'], readonly string[]]>([
    [
      'no sender',
      { email: [], sms: [] },
      ['email /senders/email', 'sms /senders/sms', 'mms /senders/sms', 'automated-call /senders/calls'],
    ],
    [
      'no list of calls',
      { email: anAdvertiser().senders.email, sms: anAdvertiser().senders.sms },
      ['automated-call /senders/calls'],
    ],
    ['an empty list of calls', { ...anAdvertiser().senders, calls: [] }, ['automated-call /senders/calls']],
    ['all', anAdvertiser().senders, []],
    [
      'a functional code alone',
      { ...anAdvertiser().senders, sms: [{ senderId: '38105', replyCode: '36105' }] },
      ['sms /senders/sms', 'mms /senders/sms'],
    ],
  ])('%s', (_, senders, expected) => {
    expect(lacking(senders)).toEqual(expected);
    areWhole(Object.values(missingByChannel(anAdvertiser({ senders }))).flat());
  });
});
