/** Who asked for a consent, and whether that could be asked: D10 and OPP-4 of a message, L. 223-1, al. 1 of a call. */
import { describe, expect, test } from 'vitest';
import { prepareFacts } from '#shared/law/fold/prepare-facts.ts';
import { aConsent, aSale, aStanding, aVetRequest, factId, instant } from '../../../support/builders.ts';

type Consent = Parameters<typeof aConsent>[0];
const GIVEN = instant('2026-10-01T10:00:00Z');
/** What is said of a consent of a stranger, or of somebody of whom more is on record. */
const drawn = (consent: Consent, more: Parameters<typeof aStanding>[0] = {}) => {
  const asked = aConsent({ id: factId('asked'), seq: 9, givenAt: GIVEN, ...consent });
  const { bases } = prepareFacts(aVetRequest({ standing: aStanding({ ...more, consents: [asked] }) }));
  const { wasDrawnByCall, wasDrawnByUnlawfulMessage } = bases.find(({ factId: id }) => id === asked.id) ?? {};
  return [wasDrawnByCall, wasDrawnByUnlawfulMessage];
};
const NOBODY_ASKED = [undefined, false];
const CALLED = [true, false];
const WRITTEN_TO = [undefined, true];
const ELSEWHERE = { copiedFrom: factId('elsewhere') } as Consent;

describe('a consent', () => {
  test.each<[string, Consent, readonly unknown[]]>([
    ['on a form, of a stranger, who might not have been called', {}, NOBODY_ASKED],
    ['the same, which followed its person', { ...ELSEWHERE }, NOBODY_ASKED],
    ['for which a call asked', { drawnBy: 'call' }, CALLED],
    ['the same, which followed its person', { drawnBy: 'call', ...ELSEWHERE }, CALLED],
    ['for which a call asked that was lawful', { drawnBy: 'call', askedLawfully: true }, NOBODY_ASKED],
    ['the same, which followed', { drawnBy: 'call', askedLawfully: true, ...ELSEWHERE }, NOBODY_ASKED],
    ['for which a message asked', { drawnBy: 'message' }, WRITTEN_TO],
    ['the same, which followed its person', { drawnBy: 'message', ...ELSEWHERE }, WRITTEN_TO],
    ['for which a message asked that was lawful', { drawnBy: 'message', askedLawfully: true }, NOBODY_ASKED],
    ['the same, which followed', { drawnBy: 'message', askedLawfully: true, ...ELSEWHERE }, NOBODY_ASKED],
  ])('%s', (_, consent, expected) => {
    expect(drawn(consent)).toEqual(expected);
  });
  test('for which a message to a customer asked, or a call to one with a contract', () => {
    const order = { sales: [aSale()] };
    const contract = {
      sales: [
        aSale({ type: 'service-contract', relation: { state: 'running', shownBy: { contractReference: 'C-1' } } }),
      ],
    };
    expect(drawn({ drawnBy: 'message' }, order)).toEqual(NOBODY_ASKED);
    expect(drawn({ drawnBy: 'call' }, order)).toEqual(CALLED);
    expect(drawn({ drawnBy: 'call' }, contract)).toEqual(NOBODY_ASKED);
  });
  test('that followed: what is recorded here says nothing of the message that asked elsewhere', () => {
    expect(drawn({ drawnBy: 'message', ...ELSEWHERE }, { sales: [aSale()] })).toEqual(WRITTEN_TO);
  });
});

describe('a message to an address that was corrected since', () => {
  const before = aConsent({ id: factId('before'), givenAt: instant('2026-06-01T10:00:00Z') });
  const asked = aConsent({
    id: factId('asked'),
    seq: 9,
    givenAt: GIVEN,
    drawnBy: 'message',
    confirmation: 'confirmed',
  });
  const wasDrawn = (correctedAt: string | undefined, more: Parameters<typeof aVetRequest>[0] = {}) => {
    const corrected = correctedAt === undefined ? {} : { correctedAt: instant(correctedAt) };
    const standing = aStanding({ consents: [before, asked], ...corrected });
    const { bases } = prepareFacts(aVetRequest({ standing, ...more }));
    const found = bases.find(({ factId: id }) => id === asked.id);
    return [found?.state, found?.wasDrawnByUnlawfulMessage];
  };
  test('was to nobody who had agreed, by what is known today: whoever reads it did nothing then either', () => {
    expect(wasDrawn(undefined)).toEqual(['given', false]);
    for (const known of ['2026-11-01T10:00:00Z', '2026-11-24T10:00:00Z'])
      expect(wasDrawn(known)).toEqual(['given', true]);
    expect(wasDrawn('2026-11-24T10:00:00.001Z')).toEqual(['given', false]);
  });
  test('and by what was known on the day that is said, of a verdict that is given again', () => {
    const knownAt = instant('2026-10-31T10:00:00Z');
    expect(wasDrawn('2026-11-01T10:00:00Z', { knownAt })).toEqual(['given', false]);
  });
});
