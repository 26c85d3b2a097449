import { describe, expect, test } from 'vitest';
import { factsOfText } from '#shared/channels/sms/external.ts';
import type { Advertiser } from '#shared/domain/advertiser/advertiser.ts';
import { readReply } from '#shared/domain/opposition/sms-reply.ts';
import { aComparison } from '#test/support/channels/comparison.ts';

const ROUTE = aComparison({ names: ['Maison Ablette'], address: '+33639980001' });
const advertiserOf = (senderId: string) =>
  ({ senders: { email: [], sms: [{ senderId, replyCode: '36180' }] } }) as unknown as Advertiser;
const factsOf = (said: string, senderId = 'ABLETTE') =>
  factsOfText({ text: `Maison Ablette : -20 % sur le jardin. ${said}`, senderId }, ROUTE, advertiserOf(senderId));

describe('bytes of another system say how to stop, in words that are received (L. 34-5, al. 5)', () => {
  test.each([
    'Envoyez ARRET au 36180',
    'ARRET 36180',
    'arrêt au 36 180',
    'Stop pub 36180',
    'STOP PROMO au 36180',
    'STOPPUB 36180',
  ])('by a code: %s', (said) => {
    const { carriesOppositionMeans, oppositionMeansWork, isRecognisableAsAdvertising } = factsOf(said);
    expect([carriesOppositionMeans, oppositionMeansWork, isRecognisableAsAdvertising]).toEqual([true, true, true]);
  });

  test.each(['ARRET', 'Stop pub', 'STOP promo', 'STOP'])('our own reader hears %s', (said) => {
    expect(readReply(said)).toMatchObject({ isDoubtful: false });
  });

  test.each(['STOP', 'STOP.', '"STOP"'])('by the number that sends it: %s', (said) => {
    expect(factsOf(said, '36180').carriesOppositionMeans).toBe(true);
    expect(factsOf(said, 'ABLETTE').carriesOppositionMeans).toBe(false);
  });

  test.each([
    'Ne répondez pas ARRET au 36180',
    'ARRET 36180 ne marche plus',
    'Sans ARRET 36180',
    'Bus à l’arrêt 36180',
    'Face à un arrêt 36180',
    'Non stop pub 36180',
  ])('not by: %s', (said) => {
    expect(factsOf(said).carriesOppositionMeans).toBe(false);
  });

  test.each([
    'Ouvert non-stop',
    'Ouvert NON STOP',
    'Ne répondez pas STOP',
    'Du stock. Non. STOP and shop',
    'Bientôt stop',
  ])('not by a word of its own sentence, from a number: %s', (said) => {
    expect(factsOf(said, '36180').carriesOppositionMeans).toBe(false);
  });

  test('a price on it is read as on any other', () => {
    expect(factsOf('Stop pub 81080').oppositionIsFree).toBe(false);
    expect(factsOf('Stop pub 36180 (0,50 EUR)').oppositionIsFree).toBe(false);
  });
});
