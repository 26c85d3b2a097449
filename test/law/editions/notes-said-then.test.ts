import { expect, test } from 'vitest';
import { rulebookAt } from '#shared/law/editions/edition.ts';
import { replay } from '#shared/law/editions/replay.ts';
import { vet } from '#shared/law/fold/vet.ts';
import { aConsent, aSale, aStanding, aVetRequest } from '../../support/builders.ts';

const DECLARED = { kind: 'professional' } as const;
/** A consent holds; the sale has a fault, which the notes say, and nothing shows the quality that is declared. */
const asked = (country?: string) =>
  aVetRequest({
    isPublicMailbox: true,
    standing: aStanding({
      declared: { ...DECLARED, ...(country === undefined ? {} : { country }) },
      consents: [aConsent()],
      sales: [aSale({ type: 'quote' })],
    }),
  });
const givenAgain = (edition: string, country?: string) => {
  const stored = { ...vet(asked(country), rulebookAt(edition)), rulebookVersion: edition };
  const { verdict } = replay(stored, asked(country));
  return [verdict?.reasons, verdict?.notes.map(({ code, detail }) => [code, detail])];
};
const OK = [{ code: 'OK_CONSENT', factId: aConsent().id, detail: 'declared' }];
const NOTES = [
  ['RECIPIENT_KIND_UNKNOWN', undefined],
  ['SOFT_OPT_IN_NO_SALE', 'quote'],
];

test.each(['2026-11-25', '2026-11-30.2', '2026-11-30.4', '2026-11-30.7', '2026-12-01'])(
  'edition %s said its reasons and its notes with their details',
  (edition) => {
    expect(givenAgain(edition)).toEqual([OK, NOTES]);
  },
);
test('that a French rule is not shown to hold there is said since 2026-12-01 alone, and nothing else is left out', () => {
  expect(givenAgain('2026-12-01', 'NC')).toEqual([OK, [['RULE_PACK_EXTENSION_UNCERTAIN', 'NC'], ...NOTES]]);
  expect(givenAgain('2026-11-30.7', 'NC')).toEqual([OK, NOTES]);
});
