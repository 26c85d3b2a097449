import { describe, expect, test } from 'vitest';
import { factsOfText } from '#shared/channels/sms/external.ts';
import type { Advertiser } from '#shared/domain/advertiser/advertiser.ts';
import { aComparison } from '#test/support/channels/comparison.ts';

/** A text that says to answer it with STOP: the answer goes to the number that it is shown from, however that is written. */
const ROUTE = aComparison();
const ADVERTISER = {
  senders: { email: [], sms: [{ senderId: 'ABLETTE', replyCode: '+33939980011' }] },
} as unknown as Advertiser;

const answering = (senderId: string) =>
  factsOfText({ senderId, text: 'MAISON ABLETTE : -20 %. Répondez STOP à ce message.' }, ROUTE, ADVERTISER);

describe('a STOP that is answered', () => {
  test.each(['+33939980011', '0939980011', '0033939980011', '33939980011'])(
    'to %s reaches the advertiser',
    (sender) => {
      expect(answering(sender)).toMatchObject({ oppositionMeansWork: true, oppositionIsFree: true });
    },
  );
  test.each(['0639981234', '+33639981234', '33639981234'])(
    'to %s reaches nobody known, and costs no more',
    (sender) => {
      expect(answering(sender)).toMatchObject({ oppositionMeansWork: false, oppositionIsFree: true });
    },
  );
  test.each(['0899980011', '+33899980011', '33899980011', '81234'])('to %s costs more', (sender) => {
    expect(answering(sender).oppositionIsFree).toBe(false);
  });
  test('to a name goes nowhere', () => {
    expect(answering('ABLETTE').carriesOppositionMeans).toBe(false);
  });
});
