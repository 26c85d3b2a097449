import { describe, expect, test } from 'vitest';
import type { Consent } from '#shared/domain/consent/consent.ts';
import type { VetRequest } from '#shared/domain/message/vet.ts';
import { prepareFacts } from '#shared/law/fold/prepare-facts.ts';
import { aConsent, aStanding, aVetRequest, instant } from '../../support/builders.ts';

const THEN = instant('2026-11-24T10:00:00Z');
const ENDED = instant('2026-11-25T10:00:00Z');
const JUST_BEFORE = instant('2026-11-25T09:59:59.999Z');

/** How a consent counts for a message of that day, asked about on another. */
const countsAs = (consent: Partial<Consent>, more: Partial<VetRequest>) => {
  const standing = aStanding({ consents: [aConsent({ endedAt: ENDED, ...consent })] });
  const [basis] = prepareFacts(aVetRequest({ at: THEN, standing, ...more })).bases;
  return [basis?.state, basis?.endedBecause];
};

describe('a consent of which the end is recorded later than the message that it is asked for', () => {
  const CORRECTED = { state: 'invalidated', endedBecause: 'corrected' } as const;
  const MOVED = { state: 'invalidated', endedBecause: 'moved' } as const;

  test.each<[string, Partial<Consent>, Partial<VetRequest>, readonly unknown[]]>([
    ['a correction, asked on that day', CORRECTED, {}, ['given', undefined]],
    ['a correction, asked just before it', CORRECTED, { knownAt: JUST_BEFORE }, ['given', undefined]],
    ['a correction, known to the instant', CORRECTED, { knownAt: ENDED }, ['invalidated', 'corrected']],
    [
      'a correction, asked today',
      CORRECTED,
      { knownAt: instant('2026-12-01T10:00:00Z') },
      ['invalidated', 'corrected'],
    ],
    ['a correction, of a later message', CORRECTED, { at: ENDED }, ['invalidated', 'corrected']],
    ['a change by the person, asked today', MOVED, { knownAt: ENDED }, ['given', undefined]],
    ['a change by the person, of a later message', MOVED, { at: ENDED }, ['invalidated', 'moved']],
    ['a withdrawal, asked today', { state: 'withdrawn' }, { knownAt: ENDED }, ['given', undefined]],
    ['a withdrawal, of a later message', { state: 'withdrawn' }, { at: ENDED }, ['withdrawn', undefined]],
    ['what an operator ended', { state: 'invalidated' }, { knownAt: THEN }, ['invalidated', undefined]],
    ['one that awaited its confirmation', { ...CORRECTED, confirmation: 'pending' }, {}, ['pending', undefined]],
  ])('%s', (_, consent, more, expected) => {
    expect(countsAs(consent, more)).toEqual(expected);
  });
});
