import { describe, expect, test } from 'vitest';
import { isTaken } from '#shared/app/settings/judged-template.ts';
import { offerSignsIn } from '#shared/domain/message/offer-signs.ts';
import { TemplateVersion } from '#shared/domain/message/template.ts';
import { valuesCarryOffer } from '#shared/domain/message/value-signs.ts';
import type { NamedTemplate } from '#shared/domain/message/vet.ts';
import { vet } from '#shared/law/fold/vet.ts';
import {
  aConsent,
  anOpposition,
  aProposedMessage,
  aStanding,
  aVetRequest,
  NOW,
  sha256,
} from '#test/support/builders.ts';
import { isTransactional, type LabelledMessage, messagesIn, textsOf } from '#tools/signs/labelled.ts';

/** The template of a message as it is stored: nobody approved it, and nobody reviewed it. */
const storedOf = (message: LabelledMessage): TemplateVersion => {
  const { reason, ownHosts = [] } = message;
  const offerSigns = [...offerSignsIn(textsOf(message), { reason, ownHosts, products: [] })];
  return TemplateVersion.parse({
    ...{ advertiserId: 'maison-valmy', templateId: 'owed', version: '1', recordedAt: NOW, putBy: 'key' },
    ...{ class: 'transactional', category: 'wine', reason, reference: '/orders', channelKind: 'email' },
    ...{ offerSigns, sha256: sha256('1'), contentSha256: sha256('2') },
  });
};

/** What becomes of a message to a person who opposed everything, once another key approved its template. */
const outcomeOf = (message: LabelledMessage, standing: 'opposed' | 'consenting' = 'opposed') => {
  const { reason, values = {}, ownHosts = [] } = message;
  const { templateId, version, offerSigns } = storedOf(message);
  const template: NamedTemplate = {
    ...{ templateId, version, reason, offerSigns, class: 'transactional' },
    bringsOffer: valuesCarryOffer(values, { reason, ownHosts }),
  };
  return vet(
    aVetRequest({
      message: aProposedMessage({ template, reference: 'V-1' }),
      standing: aStanding({
        consents: [aConsent()],
        oppositions: standing === 'opposed' ? [anOpposition({ scope: 'global' })] : [],
      }),
    }),
  ).outcome;
};

const UNSEEN = messagesIn('unseen');
const PROMOTING = UNSEEN.filter((each) => !isTransactional(each));
const OWED = UNSEEN.filter(isTransactional);
const GOES = (each: LabelledMessage): boolean => outcomeOf(each) === 'allow';

/**
 * The whole way to a person who opposed, of the messages that nobody tuned on (docs/decisions/0023): what the text shows, what the
 * values bring, the second key, and the verdict. The aim is that the third figure is 0 and the fourth a tenth.
 */
describe('the unseen half, to a person who refused everything', () => {
  test('nothing goes that no second person approved: each template waits for another key than its own', () => {
    expect(UNSEEN.filter((each) => isTaken(storedOf(each), undefined))).toEqual([]);
  });
  test('what is seen to promote goes to nobody who opposed, and is refused until a human decides', () => {
    const seen = PROMOTING.filter((each) => !GOES(each));
    expect(seen.length).toBeGreaterThanOrEqual(234);
    expect(new Set(seen.map((each) => outcomeOf(each)))).toEqual(new Set(['refuse']));
  });
  test('of promoting and mixed ones at most 21 of 255 go by the approval alone', () => {
    expect(PROMOTING.length).toBe(255);
    expect(PROMOTING.filter(GOES).length).toBeLessThanOrEqual(21);
  });
  test('of owed ones at most 31 of 230 wait for a human beside the second key', () => {
    expect(OWED.length).toBe(230);
    expect(OWED.filter((each) => !GOES(each)).length).toBeLessThanOrEqual(31);
  });
  test('to one who consented none of them is refused', () => {
    expect(UNSEEN.filter((each) => outcomeOf(each, 'consenting') !== 'allow')).toEqual([]);
  });
});
