import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Advertiser } from '#shared/domain/advertiser/advertiser.ts';
import { addSeconds } from '#shared/domain/time/instant.ts';
import { promotionalHoursOn } from '#shared/law/articles/af2m/charter-versions.ts';
import { vet } from '#shared/law/fold/vet.ts';
import { missingByChannel, settingsFaults } from '#shared/law/readings/settings-faults.ts';
import { aConsent, anAdvertiser, aProposedMessage, aStanding, aVetRequest, instant } from '../../support/builders.ts';
import { MOBILE } from '../../support/proposed.ts';

const MISSION = ['email', 'sms', 'mms', 'automated-call'] as const;
type Tried = (typeof MISSION)[number];

const consents = [aConsent({ channels: [...MISSION] })];
/** A Tuesday that is no holiday, from 00:00 in Paris. */
const TUESDAY = instant('2026-11-24T00:00:00+01:00');
const HALF_HOURS = Array.from({ length: 48 }, (_, index) => addSeconds(TUESDAY, index * 1800));

/** A lawful message from this sender leaves at some moment of the day. */
const everLeaves = (advertiser: Advertiser, channel: Tried, sender: string): boolean =>
  HALF_HOURS.some((at) => {
    const message = aProposedMessage({ channel, sender, validUntil: addSeconds(at, 60) });
    const address = channel === 'email' ? 'camille@example.fr' : MOBILE;
    return (
      vet(aVetRequest({ at, address, message, advertiser, standing: aStanding({ consents }) })).outcome === 'allow'
    );
  });

const pointersOf = (advertiser: Advertiser) => settingsFaults(advertiser, '2026-11-24').map(({ pointer }) => pointer);

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
const senderIds = fc.constantFrom('MAISONVALMY', 'PROMO', '36105', '12345', 'EY', 'LE CLUB', 'ÉTÉVINS', '38105');
const replyCodes = fc.constantFrom('36105', '81180', '+33892000000', '+33612345678', '38105', '45000');
const callers = fc.constantFrom('+33162000000', '+33612345678', '+33142000000', '+33939400000', '+32470123456');

const anySettings = fc
  .record({
    tradeNames: fc.constantFrom<string[][]>([], ['Maison Valmy'], ['!!!'], ['Vins du Sud', 'Maison Valmy']),
    email: emailNames,
    senderId: senderIds,
    replyCode: replyCodes,
    callerId: callers,
    window,
  })
  .map(({ tradeNames, email, senderId, replyCode, callerId, window }) =>
    anAdvertiser({
      tradeNames,
      senders: {
        email: [{ address: 'bonjour@maison-valmy.example', name: email }],
        sms: [{ senderId, replyCode }],
        calls: [{ callerId, acceptsKeyPress: true }],
      },
      sms: { maxSegments: 3, sundayAndHolidayCourtesy: true, window },
    }),
  );

describe('settings that refuse every message of a sender are faults, and no others are', () => {
  test('whatever the names, senders, codes and hours', () => {
    fc.assert(
      fc.property(anySettings, (advertiser) => {
        const pointers = pointersOf(advertiser);
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
        expect([...found].map((each) => each.replace(/(\/\d+).*$/, '$1')).sort()).toEqual([...expected].sort());
      }),
      { numRuns: 80 },
    );
  });

  test.each<[string, Partial<Advertiser['senders']>, string]>([
    ['a display name of nobody', { email: [{ address: 'a@b.example', name: 'Vins du Sud' }] }, '/senders/email/0/name'],
    ['a sender of digits', { sms: [{ senderId: '123456', replyCode: '36105' }] }, '/senders/sms/0/senderId'],
    ['a generic word', { sms: [{ senderId: 'Promo', replyCode: '36105' }] }, '/senders/sms/0/senderId'],
    ['a paid code', { sms: [{ senderId: 'VALMY', replyCode: '81180' }] }, '/senders/sms/0/replyCode'],
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
    ['no sender', { email: [], sms: [] }, ['email /senders/email', 'sms /senders/sms', 'mms /senders/sms']],
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
