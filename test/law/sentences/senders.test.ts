import { describe, expect, test } from 'vitest';
import { vet, vetBytes } from '#shared/law/fold/vet.ts';
import {
  aConsent,
  anAdvertiser,
  aProposedMessage,
  aStanding,
  aVetRequest,
  instant,
  someBytes,
} from '../../support/builders.ts';
import { aCall, anSms, MOBILE } from '../../support/proposed.ts';

const IN_MAY = instant('2026-05-01T09:00:00Z');
const agreedTo = (channel: 'email' | 'sms' | 'mms' | 'automated-call') =>
  aStanding({ consents: [aConsent({ channels: [channel], givenAt: IN_MAY })] });
const first = ({ outcome, reasons }: ReturnType<typeof vet>) => [outcome, reasons[0]?.code];
const text = (channel: 'sms' | 'mms', senderId: string, replyCode = '36105') =>
  aVetRequest({
    address: MOBILE,
    message: anSms({ channel }),
    standing: agreedTo(channel),
    advertiser: anAdvertiser({ senders: { email: [], sms: [{ senderId, replyCode }] } }),
  });
const callFrom = (sender: string) =>
  aVetRequest({
    address: MOBILE,
    message: aCall({ sender }),
    standing: agreedTo('automated-call'),
    advertiser: anAdvertiser({
      senders: { email: [], sms: [], calls: [{ callerId: sender, acceptsKeyPress: false }] },
    }),
  });
const mail = aVetRequest({ standing: agreedTo('email'), message: aProposedMessage() });
const titled = (subject: string) => vetBytes(mail, vet(mail), someBytes({ subject }));

describe('the sender of a text names the advertiser', () => {
  test.each(['ALERTE', 'CLIENT', 'INFO', 'INFOS', 'MESSAGE', 'NEWS', 'OFFRE', 'PROMO', 'PUB', 'SERVICE', 'SMS'])(
    '%s names nobody',
    (senderId) => {
      expect(first(vet(text('sms', senderId)))).toEqual(['refuse', 'SENDER_ID_INVALID']);
      expect(first(vet(text('mms', senderId)))).toEqual(['refuse', 'SENDER_ID_INVALID']);
      expect(first(vet(text('sms', `${senderId}VIN`)))).toEqual(['allow', 'OK_CONSENT']);
    },
  );
});

describe('an automated system shows a number of a range open to it', () => {
  const open = ['0162', '0163', '0270', '0271', '0377', '0378', '0424', '0425', '0568', '0569', '0948', '0949'];
  const platforms = ['0937', '0938', '09390', '09391', '09392', '09393', '09394'];
  test.each([...open, ...platforms])('%s is open', (range) => {
    expect(first(vet(callFrom(`+33${range.slice(1).padEnd(9, '0')}`)))).toEqual(['allow', 'OK_CONSENT']);
  });
  test.each(['0161', '0164', '0272', '0379', '0426', '0570', '0947', '0936', '09395', '06', '07', '0892'])(
    '%s is not',
    (range) => {
      const verdict = vet(callFrom(`+33${range.slice(1).padEnd(9, '0')}`));
      expect(first(verdict)).toEqual(['refuse', 'CALLER_ID_FORBIDDEN']);
    },
  );
});

describe('STOP costs nothing beyond the message', () => {
  test.each(['31234', '36105', '38105', '+33612345678', '+33189000000'])('sent to %s', (replyCode) => {
    expect(first(vet(text('sms', 'VALMY', replyCode)))).toEqual(['allow', 'OK_CONSENT']);
  });
  test.each(['41234', '51234', '61234', '71234', '81234', '+33812345678', '+33899123456'])(
    'and not to %s',
    (replyCode) => {
      expect(first(vet(text('sms', 'VALMY', replyCode)))).toEqual(['refuse', 'OPPOSITION_NOT_FREE']);
    },
  );
});

describe('a subject that pretends to go on with an exchange', () => {
  test.each(['re', 'tr', 'fw', 'fwd', 'rép', 'rep', 'ré', 'réf', 'wg', 'aw'])('%s: is a fake reply', (prefix) => {
    for (const subject of [`${prefix}: vin`, `${prefix.toUpperCase()} : vin`, `${prefix}[2]: vin`])
      expect(first(titled(subject))).toEqual(['refuse', 'SUBJECT_FAKE_REPLY']);
    expect(first(titled(`${prefix} vin`))).toEqual(['allow', 'OK_CONSENT']);
  });
  test.each(['Refonte: notre carte', 'Le retour : nos vins', 'Truffes : la saison', 'Awards: nos médailles'])(
    '“%s” is none',
    (subject) => {
      expect(first(titled(subject))).toEqual(['allow', 'OK_CONSENT']);
    },
  );
});
