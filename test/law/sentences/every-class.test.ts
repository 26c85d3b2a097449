import { describe, expect, test } from 'vitest';
import type { NamedTemplate, VetRequest } from '#shared/domain/message/vet.ts';
import { vet } from '#shared/law/fold/vet.ts';
import { anAdvertiser, aProposedMessage, aVetRequest } from '../../support/builders.ts';
import { aCall, anSms, MOBILE } from '../../support/proposed.ts';

const confirmation: NamedTemplate = {
  templateId: 'order-confirmation' as NamedTemplate['templateId'],
  version: '1',
  class: 'transactional',
  offerSigns: [],
  bringsOffer: false,
};
/** An order confirmation, of which nothing else is recorded. */
const confirmed = (message: ReturnType<typeof aProposedMessage>, address = 'camille@example.fr') =>
  aVetRequest({ address, message: { ...message, template: confirmation } });

const callingFromMobile = anAdvertiser({
  senders: { email: [], sms: [], calls: [{ callerId: MOBILE, acceptsKeyPress: false }] },
});

describe('a message that is no prospecting keeps to the sentences on every class', () => {
  test.each<[string, VetRequest, string]>([
    ['a channel that is not built', confirmed(aProposedMessage({ channel: 'fax' })), 'CHANNEL_UNSUPPORTED'],
    ['a country without rules', confirmed(anSms({ sender: 'MAISONVALMY' }), '+12025550100'), 'RULE_PACK_MISSING'],
    ['a mailbox that is not registered', confirmed(aProposedMessage({ sender: 'a@b.example' })), 'ADVERTISER_HIDDEN'],
    ['a sender id that is not registered', confirmed(anSms({ sender: 'AILLEURS' }), MOBILE), 'SENDER_ID_INVALID'],
    [
      'a call that shows a mobile number',
      { ...confirmed(aCall({ sender: MOBILE }), MOBILE), advertiser: callingFromMobile },
      'CALLER_ID_FORBIDDEN',
    ],
  ])('%s', (_, request, code) => {
    expect(vet(request)).toMatchObject({ outcome: 'refuse', reasons: [{ code }] });
  });
  test('and to no other', () => {
    expect(vet(confirmed(aProposedMessage()))).toMatchObject({ outcome: 'allow' });
  });
});
