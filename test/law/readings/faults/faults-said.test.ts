import { describe, expect, test } from 'vitest';
import type { Advertiser } from '#shared/domain/advertiser/advertiser.ts';
import type { Missing } from '#shared/domain/missing.ts';
import { type Choices, choiceFaults } from '#shared/law/readings/choice-faults.ts';
import { JUDGED_UNRELATED, messageFaults, subjectFaults } from '#shared/law/readings/message-faults.ts';
import { missingByChannel, settingsFaults } from '#shared/law/readings/settings-faults.ts';
import { anAdvertiser } from '#test/support/builders.ts';

const DAY = '2026-11-24';
/** What a reader must learn of a fault: what is wrong, and what to do, each in French and in English. */
type Learnt = readonly [fr: RegExp, en: RegExp, mendFr: RegExp, mendEn: RegExp];
const learn = (faults: readonly Missing[], learnt: Learnt, route?: string): void => {
  expect(faults).toHaveLength(1);
  for (const { pointer, sentence, remedy } of faults) {
    const words = [sentence.fr, sentence.en, remedy.sentence.fr, remedy.sentence.en];
    for (const [index, each] of learnt.entries()) expect(words[index]).toMatch(each);
    expect([remedy.pointer, remedy.route]).toEqual(route === undefined ? [pointer, undefined] : [undefined, route]);
  }
};
const withSenders = (senders: Partial<Advertiser['senders']>) =>
  anAdvertiser({ senders: { ...anAdvertiser().senders, ...senders } });
const calling = (number: object) => ({ calls: [{ callerId: '+33162000000', acceptsKeyPress: false, ...number }] });
const LATE = { maxSegments: 3, sundayAndHolidayCourtesy: true, window: { from: '22:00', until: '23:00' } };

describe('each fault of settings says what is refused, by which code, and what to do', () => {
  test.each<[string, Advertiser, Learnt]>([
    [
      'a display name of nobody',
      withSenders({ email: [{ address: 'a@b.example', name: 'Vins du Sud' }] }),
      [/nom .*annonceur.*ADVERTISER_HIDDEN/, /name .*advertiser.*ADVERTISER_HIDDEN/, /tradeNames/, /tradeNames/],
    ],
    [
      'a sender of texts that is not admitted',
      withSenders({ sms: [{ senderId: '123456', replyCode: '36105' }] }),
      [/émetteur.*SENDER_ID_INVALID/, /sender.*SENDER_ID_INVALID/, /11 lettres.*36xxx/, /11 letters.*36xxx/],
    ],
    [
      'a code at which a STOP costs more',
      withSenders({ sms: [{ senderId: 'MAISONVALMY', replyCode: '81180' }] }),
      [/STOP.*coûterait.*OPPOSITION_NOT_FREE/, /STOP.*cost.*OPPOSITION_NOT_FREE/, /3xxxx.*surtaxe/, /3xxxx.*surcharge/],
    ],
    [
      'a number that no automated call may show',
      withSenders(calling({ callerId: '+33612000000', acceptsKeyPress: true })),
      [/ne peut pas afficher.*CALLER_ID_FORBIDDEN/, /may not show.*CALLER_ID_FORBIDDEN/, /0162.*09394/, /0162.*09394/],
    ],
    [
      'a number to oppose at that costs more',
      withSenders(calling({ oppositionNumber: '+33899123456' })),
      [
        /surtaxé.*OPPOSITION_NOT_FREE/,
        /surcharged.*OPPOSITION_NOT_FREE/,
        /sans surtaxe.*0800/,
        /without surcharge.*0800/,
      ],
    ],
    [
      'hours in which no text may leave',
      anAdvertiser({ sms: LATE }),
      [/heures permises.*QUIET_HOURS_SMS/, /lawful hours.*QUIET_HOURS_SMS/, /8 h à 21 h 30/, /08:00 to 21:30/],
    ],
  ])('%s', (_, settings, learnt) => {
    learn(settingsFaults(settings, DAY), learnt);
  });
  test('the number to oppose at is of no account where a key is heard', () => {
    const heard = withSenders(calling({ acceptsKeyPress: true, oppositionNumber: '+33899123456' }));
    expect(settingsFaults(heard, DAY)).toEqual([]);
  });
  test('each fault of each sender is at its own pointer, in the order of the settings', () => {
    const email = [...anAdvertiser().senders.email, { address: 'a@b.example', name: 'Vins du Sud' }];
    const sms = [
      { senderId: 'MAISONVALMY', replyCode: '36105' },
      { senderId: '123456', replyCode: '81180' },
    ];
    const calls = [
      { callerId: '+33162000000', acceptsKeyPress: true },
      { callerId: '+33612000000', acceptsKeyPress: false, oppositionNumber: '+33899123456' },
    ];
    const settings = anAdvertiser({
      ...{ senders: { email, sms, calls }, sms: LATE, retention: { prospectYears: 4, customerYears: 3 } },
    } as unknown as Parameters<typeof anAdvertiser>[0]);
    expect(settingsFaults(settings, DAY).map(({ pointer }) => pointer)).toEqual([
      ...['/senders/email/1/name', '/senders/sms/1/senderId', '/senders/sms/1/replyCode'],
      ...['/senders/calls/1/callerId', '/senders/calls/1/oppositionNumber', '/sms/window', '/retention/prospectYears'],
    ]);
  });
});

describe('what settings lack on a channel names it', () => {
  const [NONE, ONE] = [/PATCH \/v1\/advertisers/, /PATCH \/v1\/advertisers/];
  test.each<['email' | 'sms' | 'mms' | 'automated-call', Partial<Advertiser['senders']>, Learnt]>([
    ['email', { email: [] }, [/expéditeur d’e-mails/, /e-mail sender/, NONE, ONE]],
    ['sms', { sms: [] }, [/émetteur de SMS/, /SMS sender/, NONE, ONE]],
    ['mms', { sms: [] }, [/émetteur de SMS/, /SMS sender/, NONE, ONE]],
    ['automated-call', { calls: [] }, [/numéro d’appel/, /calling number/, NONE, ONE]],
    [
      'sms',
      { sms: [{ senderId: '38105', replyCode: '36105' }] },
      [/38xxx.*pas de prospection/, /38xxx.*no prospecting/, /36xxx/, /36xxx/],
    ],
  ])('%s', (channel, senders, learnt) => {
    learn(missingByChannel(withSenders(senders))[channel], learnt);
  });
  test('one sender that may prospect is enough beside one that may not', () => {
    const sms = ['38105', 'MAISONVALMY'].map((senderId) => ({ senderId, replyCode: '36105' }));
    expect(missingByChannel(withSenders({ sms })).sms).toEqual([]);
  });
});

describe('each choice without its decision says what it goes beyond, and what to record', () => {
  const GENERAL = { prospectYears: 3, customerYears: 3 };
  const faultsOf = (retention: object, readings: readonly object[] = []) =>
    choiceFaults({ retention: { ...GENERAL, ...retention }, readings } as unknown as Choices, DAY);
  const LONGER: Learnt = [/trois ans.*2021-131/, /three years.*2021-131/, /departure.*sector/, /departure.*sector/];
  const TO_COME: Learnt = [/à venir/, /still to come/, /jour où il est fait/, /day on which it is made/];
  const tomorrow = { decidedOn: '2026-11-25' };
  test.each<[string, object, Learnt]>([
    ['prospects', { prospectYears: 4 }, LONGER],
    ['customers', { customerYears: 4 }, LONGER],
    ['proof', { proofYears: 7 }, [/six ans.*art\. 8/, /six years.*art\. 8/, /proofDeparture/, /proofDeparture/]],
    ['a sector of tomorrow', { sector: tomorrow }, TO_COME],
    ['a departure of tomorrow', { departure: tomorrow }, TO_COME],
    ['a departure for proof of tomorrow', { proofDeparture: tomorrow }, TO_COME],
  ])('%s', (_, retention, learnt) => {
    learn(faultsOf(retention), learnt);
  });
  test('each is at its own pointer', () => {
    const all = { prospectYears: 4, customerYears: 4, proofYears: 7 };
    const late = { sector: tomorrow, departure: tomorrow, proofDeparture: tomorrow };
    expect(faultsOf({ ...all, ...late }, [tomorrow]).map(({ pointer }) => pointer)).toEqual([
      ...['/retention/prospectYears', '/retention/customerYears', '/retention/proofYears', '/readings/0/decidedOn'],
      ...['sector', 'departure', 'proofDeparture'].map((name) => `/retention/${name}/decidedOn`),
    ]);
  });
});

describe('each fault of a message says what would refuse it, and what to do', () => {
  const PUT_SETTINGS = 'PATCH /v1/advertisers/{advertiserId}';
  const of = (channel: 'email' | 'sms' | 'automated-call' | 'fax', advertiser: Advertiser, sender?: string) =>
    messageFaults({ channel, sender, isProspecting: true }, advertiser);
  test('by its channel, its sender and its means', () => {
    const NOT_SENT: Learnt = [/n’envoie rien sur ce canal/, /sends nothing on this channel/, /MMS/, /MMS/];
    learn(of('fax', anAdvertiser()), NOT_SENT, 'POST /v1/verdicts');
    const UNKNOWN: Learnt = [
      /pas enregistré/,
      /not registered/,
      /enregistré pour ce canal/,
      /registered for this channel/,
    ];
    learn(of('email', anAdvertiser(), 'x@elsewhere.example'), UNKNOWN);
    const NONE: Learnt = [/Aucun expéditeur/, /No sender/, /Enregistrez-en un/, /Register one/];
    learn(of('email', withSenders({ email: [] })), NONE, PUT_SETTINGS);
    const CODE: Learnt = [/38xxx ne porte pas/, /38xxx carries no/, /36xxx/, /36xxx/];
    learn(of('sms', withSenders({ sms: [{ senderId: '38105', replyCode: '36105' }] })), CODE);
    const NO_MEANS: Learnt = [
      /s’opposer/,
      /oppose/,
      /oppositionNumber.*acceptsKeyPress/,
      /oppositionNumber.*acceptsKeyPress/,
    ];
    learn(of('automated-call', withSenders(calling({}))), NO_MEANS, PUT_SETTINGS);
  });
  test('a call is judged by the number that it shows, the first where none is named', () => {
    const [silent, heard] = ['+33162000000', '+33162000001'];
    const calls = [
      { callerId: silent, acceptsKeyPress: false },
      { callerId: heard, acceptsKeyPress: true },
    ];
    const isRefused = (order: typeof calls, sender?: string) =>
      of('automated-call', withSenders({ calls: order }), sender).length > 0;
    expect([undefined, silent, heard].map((sender) => isRefused(calls, sender))).toEqual([true, true, false]);
    expect([undefined, silent, heard].map((sender) => isRefused(calls.toReversed(), sender))).toEqual([
      false,
      true,
      false,
    ]);
    expect(of('email', withSenders({ calls }))).toEqual([]);
  });
  test('by its subject', () => {
    learn(subjectFaults(' ', '/subject'), [/vide/, /empty/, /ce qui est proposé/, /what is offered/]);
    learn(subjectFaults('RE: vos vins', '/subject'), [/imite une réponse/, /imitates a reply/, /« RE : »/, /"RE:"/]);
    const versions = 'PUT /v1/advertisers/{advertiserId}/templates/{templateId}/versions/{version}';
    learn([JUDGED_UNRELATED], [/sans rapport/, /unrelated/, /nouvelle version/, /new version/], versions);
  });
});
