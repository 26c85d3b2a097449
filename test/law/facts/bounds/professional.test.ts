import { expect, test } from 'vitest';
import { CollectionSource, type DeclaredFacts } from '#shared/domain/contact/contact.ts';
import { prepareFacts } from '#shared/law/fold/prepare-facts.ts';
import { aStanding, aVetRequest, instant } from '../../../support/builders.ts';

const INFORMED = instant('2026-06-01T10:00:00Z');
const found = (source: NonNullable<DeclaredFacts['profession']>['source']) => {
  const profession = { function: 'restaurant-manager', noticeGivenAt: INFORMED, refusalOfferedAt: INFORMED, source };
  const standing = aStanding({ declared: { kind: 'professional', profession } as DeclaredFacts });
  const { bases } = prepareFacts(aVetRequest({ address: 'jean@bistrot.example', standing }));
  const { professionalWasInformed, dayOfCollectionIsMissing } = bases[0] ?? {};
  return [professionalWasInformed, dayOfCollectionIsMissing];
};

test('the day of a collection is asked for of who gave the address: elsewhere, to be informed before the message is enough (D18)', () => {
  for (const kind of CollectionSource.options) {
    const isOfThePerson = kind === 'data-subject';
    expect([kind, found({ kind })]).toEqual([kind, isOfThePerson ? [false, true] : [true, undefined]]);
    expect([kind, found({ kind, collectedAt: INFORMED })]).toEqual([kind, [true, undefined]]);
  }
  expect(found(undefined)).toEqual([true, undefined]);
});
