import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Outcome } from '#shared/domain/message/verdict.ts';
import type { VetRequest } from '#shared/domain/message/vet.ts';
import { conclude } from '#shared/law/fold/conclude.ts';
import { prepareFacts } from '#shared/law/fold/prepare-facts.ts';
import { rulebookOf } from '#shared/law/fold/rulebook.ts';
import { vet } from '#shared/law/fold/vet.ts';
import { REGISTER, RULEBOOK } from '#shared/law/register.ts';
import { shareOfCount } from '#test/support/shares/share.ts';
import { anOpposition, factId, instant } from '../../support/builders.ts';
import { rulebookWithout } from '../../support/rulebook-without.ts';
import { anyRequest, oppositionInScopeOf } from './worlds.ts';

const SEVERITY: Record<Outcome, number> = { allow: 0, defer: 1, review: 2, refuse: 3 };
const CODES = [...new Set(REGISTER.map(({ code }) => code))];
const withStanding = (
  request: VetRequest,
  change: (standing: NonNullable<VetRequest['standing']>) => object,
): VetRequest => ({
  ...request,
  standing: request.standing && { ...request.standing, ...change(request.standing) },
});
const codesOf = (request: VetRequest) => {
  const { outcome, reasons } = vet(request);
  return [outcome, ...reasons.map(({ code }) => code)];
};

describe('a verdict', () => {
  test('does not depend on the order of the rules', () => {
    fc.assert(
      fc.property(anyRequest, fc.shuffledSubarray(REGISTER, { minLength: REGISTER.length }), (request, shuffled) => {
        const facts = prepareFacts(request);
        expect(conclude(facts, rulebookOf(shuffled, 'shuffled'))).toEqual(conclude(facts, RULEBOOK));
      }),
      { numRuns: shareOfCount(300, 100) },
    );
  });
  test('does not depend on the order of the facts', () => {
    fc.assert(
      fc.property(anyRequest, (request) => {
        const reversed = withStanding(request, ({ consents, sales, oppositions }) => ({
          consents: consents.toReversed(),
          sales: sales.toReversed(),
          oppositions: oppositions.toReversed(),
        }));
        expect(codesOf(reversed)).toEqual(codesOf(request));
      }),
      { numRuns: shareOfCount(300, 100) },
    );
  });
  test('never becomes harsher when a prohibition is removed, but for the silence of no basis at all', () => {
    fc.assert(
      fc.property(anyRequest, fc.constantFrom(...CODES), (request, code) => {
        const without = vet(request, rulebookWithout(code));
        expect(SEVERITY[without.outcome]).toBeLessThanOrEqual(SEVERITY[vet(request).outcome]);
      }),
      { numRuns: shareOfCount(500, 160) },
    );
  });
  test('P2: is never allow where an opposition that covers the message is in force, whatever else is recorded', () => {
    const withOpposition = anyRequest.chain((request) =>
      oppositionInScopeOf(request.message).map((of) =>
        withStanding(request, ({ oppositions }) => ({
          // Later than every consent of these worlds, in the world and in the ledger.
          oppositions: [
            ...oppositions,
            anOpposition(of, { id: factId('latest'), seq: 99, occurredAt: instant('2026-11-20T00:00:00Z') }),
          ],
        })),
      ),
    );
    fc.assert(
      fc.property(withOpposition, (request) => {
        const { outcome, reasons } = vet(request);
        expect(outcome).toBe('refuse');
        expect(reasons.some(({ code }) => code.startsWith('OPPOSED_'))).toBe(true);
      }),
      { numRuns: shareOfCount(500, 160) },
    );
  });
  test('always gives a reason, and each fault only once', () => {
    fc.assert(
      fc.property(anyRequest, (request) => {
        const { reasons } = vet(request);
        const codes = reasons.map(({ code }) => code);
        const faults = new Set(reasons.map(({ code, article, detail }) => JSON.stringify([code, article, detail])));
        expect(codes.length).toBeGreaterThan(0);
        expect(codes).not.toContain('INPUT_INVALID');
        expect(faults.size).toBe(codes.length);
      }),
      { numRuns: shareOfCount(500, 160) },
    );
  });
  test('deferred is never deferred again for the same facts at its first lawful instant', () => {
    fc.assert(
      fc.property(anyRequest, (request) => {
        const { outcome, notBefore } = vet(request);
        if (outcome !== 'defer' || notBefore === undefined) return;
        expect(vet({ ...request, at: notBefore }).outcome).toBe('allow');
      }),
      { numRuns: shareOfCount(1000, 300) },
    );
  });
});

describe('P10: an unknown fact gives the outcome of its declared substitute', () => {
  const same = (
    name: string,
    unknown: (request: VetRequest) => VetRequest,
    substitute: (request: VetRequest) => VetRequest,
  ) =>
    test(name, () => {
      fc.assert(
        fc.property(anyRequest, (request) => {
          expect(vet(unknown(request)).outcome).toBe(vet(substitute(request)).outcome);
        }),
        { numRuns: shareOfCount(300, 100) },
      );
    });
  const declare = (request: VetRequest, more: object) =>
    withStanding(request, ({ declared }) => ({ declared: { ...declared, ...more } }));
  same(
    'kind: a consumer',
    (r) => declare(r, { kind: undefined, organisation: undefined }),
    (r) => declare(r, { kind: 'consumer', organisation: undefined }),
  );
  same(
    'age: an adult',
    (r) => declare(r, { ageBand: undefined }),
    (r) => declare(r, { ageBand: 'adult' }),
  );
  same(
    'country of a mail address: France',
    (r) => ({ ...declare(r, { country: undefined }), address: 'camille@example.fr' }),
    (r) => ({ ...declare(r, { country: 'FR' }), address: 'camille@example.fr' }),
  );
  same(
    'zone of a number of +33: Paris',
    (r) => ({ ...declare(r, { zone: undefined }), address: '+33612345678' }),
    (r) => ({ ...declare(r, { zone: 'Europe/Paris' }), address: '+33612345678' }),
  );
});
