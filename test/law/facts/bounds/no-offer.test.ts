import { describe, expect, test } from 'vitest';
import { OfferCategory } from '#shared/domain/ids.ts';
import { NO_OFFER } from '#shared/law/facts/judge.ts';
import { prepareFacts } from '#shared/law/fold/prepare-facts.ts';
import { anAdvertiser, aProposedMessage, aSale, aStanding, aVetRequest, NOW } from '../../../support/builders.ts';

const RUNS = { state: 'running', shownBy: { contractReference: 'CTR-1' } } as const;

describe('a message that offers nothing in particular', () => {
  const asked = (offerCategory: string) =>
    prepareFacts(
      aVetRequest({
        message: aProposedMessage({ offerCategory: offerCategory as never }),
        advertiser: anAdvertiser({ offers: [{ category: offerCategory as never, natures: ['cpf-training'] }] }),
        standing: aStanding({
          declared: {
            kind: 'professional',
            profession: { function: 'restaurant-manager' as never, noticeGivenAt: NOW, refusalOfferedAt: NOW },
          },
          sales: [aSale({ type: 'service-contract', relation: RUNS })],
        }),
      }),
    );
  const basisOf = (kind: string, offerCategory: string) =>
    asked(offerCategory).bases.find((basis) => basis.kind === kind);
  test('is no category that anybody can offer', () => {
    expect(OfferCategory.safeParse(NO_OFFER).success).toBe(false);
  });
  test('is analogous to whatever was sold, and concerns whoever some offer concerns', () => {
    for (const [category, is] of [
      ['', true],
      ['wine', true],
      ['shoes', false],
    ] as const) {
      expect([category, basisOf('existing-customer', category)?.isAnalogous]).toEqual([category, is]);
      expect([category, basisOf('professional-interest', category)?.concernsTheFunction]).toEqual([category, is]);
    }
  });
  test('is within no contract that runs, and within no training', () => {
    expect(asked('wine')).toMatchObject({ ongoingContract: expect.anything(), trainingUnderWay: expect.anything() });
    expect(asked('')).toMatchObject({ ongoingContract: undefined, trainingUnderWay: undefined });
  });
});
