import { describe, expect, test } from 'vitest';
import type { VetRequest } from '#shared/domain/message/vet.ts';
import { isNameThatFits } from '#shared/law/articles/af2m/sender.ts';
import { prepareFacts } from '#shared/law/fold/prepare-facts.ts';
import { aConsent, anAdvertiser, aProposedMessage, aStanding, aVetRequest, instant } from '../../support/builders.ts';
import { aCall, anSms, MOBILE } from '../../support/proposed.ts';
import { said } from '../said.ts';

const standing = aStanding({ consents: [aConsent({ channels: ['email', 'sms', 'mms'] })] });
const mailbox = (name: string, address = 'bonjour@maison-valmy.example') => ({ address, name });

describe('the mailbox that writes', () => {
  const from = (senders: readonly ReturnType<typeof mailbox>[], sender?: string) =>
    said(
      aVetRequest({
        standing,
        advertiser: anAdvertiser({
          legalName: 'Établissements Dupré SAS',
          tradeNames: ['Maison Valmy', 'L’Œnothèque', 'Or', '★'],
          senders: { email: [...senders], sms: [] },
        }),
        message: aProposedMessage(sender === undefined ? {} : { sender }),
      }),
    );
  const OK = ['allow', 'OK_CONSENT declared'];
  test.each([
    ['a trade name', 'Maison Valmy'],
    ['a trade name with a word before and after', 'Camille de Maison-Valmy, Reims'],
    ['a trade name in capitals', 'MAISON VALMY'],
    ['another trade name', 'L’Œnothèque'],
    ['a trade name written as one word', 'MaisonValmy, Reims'],
    ['a short trade name as a word of its own', 'Camille (OR)'],
    ['a trade name of signs alone', 'Chez ★'],
    ['the legal name without its accents', 'Etablissements Dupre SAS'],
  ])('shows the advertiser by %s', (_, name) => {
    expect(from([mailbox(name)])).toEqual(OK);
  });
  test.each([
    ['a name that is not registered', 'Vins de Reims'],
    ['a registered name inside of another word', 'Décor'],
    ['a registered name at the end of a word', 'Trésor de Reims'],
    ['half of a name', 'Maison'],
    ['nothing', ''],
  ])('hides it by %s', (_, name) => {
    expect(from([mailbox(name)])).toEqual(['refuse', 'ADVERTISER_HIDDEN name-not-registered']);
  });
  test('is the one asked for, else the first', () => {
    const both = [mailbox('Maison Valmy'), mailbox('Vins de Reims', 'vins@maison-valmy.example')];
    expect(from(both)).toEqual(OK);
    expect(from(both, 'vins@maison-valmy.example')).toEqual(['refuse', 'ADVERTISER_HIDDEN name-not-registered']);
    expect(from(both.toReversed(), 'bonjour@maison-valmy.example')).toEqual(OK);
  });
  test('is a registered one', () => {
    const UNKNOWN = ['refuse', 'ADVERTISER_HIDDEN sender-not-registered'];
    expect(from([mailbox('Maison Valmy')], 'autre@maison-valmy.example')).toEqual(UNKNOWN);
    expect(from([])).toEqual(UNKNOWN);
  });
});

describe('the sender id of a text message', () => {
  const senders = [
    { senderId: 'MAISONVALMY', replyCode: '36105' },
    { senderId: 'VALMYVINS', replyCode: '81234' },
  ];
  const texting = (channel: 'sms' | 'mms', sender?: string, registered = senders): VetRequest =>
    aVetRequest({
      address: MOBILE,
      standing,
      advertiser: anAdvertiser({ senders: { email: [], sms: registered } }),
      message: anSms(sender === undefined ? { channel } : { channel, sender }),
    });
  const factsOf = (request: VetRequest) => {
    const { senderIsRegistered, senderShowsTheAdvertiser, senderId, replyCode } = prepareFacts(request);
    return [senderIsRegistered, senderShowsTheAdvertiser, senderId, replyCode];
  };
  test.each(['sms', 'mms'] as const)(
    'of an %s is the one asked for, else the first, with the code for STOP',
    (channel) => {
      expect(factsOf(texting(channel))).toEqual([true, true, 'MAISONVALMY', '36105']);
      expect(factsOf(texting(channel, 'VALMYVINS'))).toEqual([true, true, 'VALMYVINS', '81234']);
      expect(said(texting(channel, 'VALMYVINS'))).toEqual(['refuse', 'OPPOSITION_NOT_FREE']);
    },
  );
  test('that is not registered is refused, by whatever name', () => {
    expect(factsOf(texting('sms', 'AUTRE'))).toEqual([false, true, 'AUTRE', undefined]);
    expect(said(texting('sms', 'AUTRE'))).toEqual(['refuse', 'SENDER_ID_INVALID not-registered']);
    expect(said(texting('mms', undefined, []))).toEqual(['refuse', 'SENDER_ID_INVALID not-registered']);
    expect(said(texting('sms', undefined, [{ senderId: '1234567', replyCode: '36105' }]))).toEqual([
      'refuse',
      'SENDER_ID_INVALID not-admitted',
    ]);
  });
});

describe('the sender of other channels', () => {
  const factsOf = (message: VetRequest['message']) => {
    const { senderIsRegistered, senderShowsTheAdvertiser, senderId, senderIdIsAName, replyCode } = prepareFacts(
      aVetRequest({ address: MOBILE, message }),
    );
    return { senderIsRegistered, senderShowsTheAdvertiser, senderId, senderIdIsAName, replyCode };
  };
  test('is for a call the registered number that it shows', () => {
    const number = {
      senderIsRegistered: true,
      senderShowsTheAdvertiser: true,
      senderIdIsAName: false,
      replyCode: undefined,
    };
    expect(factsOf(aCall())).toEqual({ ...number, senderId: '+33162000000' });
    expect(factsOf(aCall({ sender: undefined }))).toEqual({ ...number, senderId: '+33162000000' });
  });
  test('L10: is none for a call where the advertiser registered no number', () => {
    const advertiser = anAdvertiser({ senders: { email: [], sms: [] } });
    const request = aVetRequest({ address: MOBILE, message: aCall(), advertiser });
    expect(prepareFacts(request).senderIsRegistered).toBe(false);
    expect(said(request)).toContain('ADVERTISER_HIDDEN sender-not-registered');
  });
  test('is for a call one of the numbers that the advertiser registered', () => {
    const calls = ['+33162000001', '+33162000002'].map((callerId) => ({ callerId, acceptsKeyPress: true }));
    const from = (message: VetRequest['message'], registered = calls) => {
      const advertiser = anAdvertiser({ senders: { email: [], sms: [], calls: registered } });
      const { senderIsRegistered, senderShowsTheAdvertiser, senderId } = prepareFacts(
        aVetRequest({ address: MOBILE, message, advertiser }),
      );
      return [senderIsRegistered, senderShowsTheAdvertiser, senderId];
    };
    expect(from(aCall({ sender: undefined }))).toEqual([true, true, '+33162000001']);
    expect(from(aCall({ sender: '+33162000002' }))).toEqual([true, true, '+33162000002']);
    expect(from(aCall({ sender: '+33162000003' }))).toEqual([false, true, '+33162000003']);
    expect(from(aCall({ sender: undefined }), [])).toEqual([false, true, undefined]);
    expect(from(aCall({ channel: 'fax', sender: '+33162000003' }))).toEqual([true, true, '+33162000003']);
  });
  test('of an e-mail has neither id nor code', () => {
    expect(factsOf(aProposedMessage({ validUntil: instant('2026-11-25T10:00:00Z') }))).toEqual({
      senderIsRegistered: true,
      senderShowsTheAdvertiser: true,
      senderId: undefined,
      senderIdIsAName: false,
      replyCode: undefined,
    });
  });
});

test('a name fits in the sender of a text with eleven Latin letters at most, and nothing else', () => {
  expect(['V', 'VALMY', 'maisonvalmy'].filter((name) => !isNameThatFits(name))).toEqual([]);
  expect(['', 'VALMY2', '36180', 'MAISON VAL', 'MAISON-VAL', 'MAISONVALMYS', 'ÉTOILE'].filter(isNameThatFits)).toEqual(
    [],
  );
});

describe('a generic word as the sender of a text', () => {
  const from = (senderId: string, tradeNames: readonly string[]) =>
    said(
      aVetRequest({
        address: MOBILE,
        standing,
        message: anSms({ sender: senderId }),
        advertiser: anAdvertiser({
          tradeNames: [...tradeNames],
          senders: { email: [], sms: [{ senderId, replyCode: '36105' }] },
        }),
      }),
    );
  const OK = ['allow', 'OK_CONSENT declared'];
  test('is admitted where it is a registered name, in letters of whatever size or accent', () => {
    expect(from('PROMO', ['Promo'])).toEqual(OK);
    expect(from('News', ['Maison Valmy', 'Néws !'])).toEqual(OK);
  });
  test('is not where no name is that word, whole', () => {
    expect(from('PROMO', [])).toEqual(['refuse', 'SENDER_ID_INVALID not-admitted']);
    expect(from('PROMO', ['Promo des Vins'])).toEqual(['refuse', 'SENDER_ID_INVALID not-admitted']);
  });
});
