import { article } from '../../article.ts';
import type { Example } from '../../example.ts';
import { EVERY_DAY } from '../../texts/text.ts';
import { aParentAgreed, mayBeAChild } from '../lil/45.ts';

/** House rule: art. 45 of the loi Informatique et libertés speaks of consent alone; other bases are held to the same age. */
const MINORS = article({
  id: 'house-minors/2026-11-24',
  code: 'Règle interne',
  number: 'mineurs',
  inForce: EVERY_DAY,
  takenOn: '2026-11-24',
  kind: 'house',
});

export const childWithoutConsent = MINORS.forbidsRelyingOn(
  ['existing-customer', 'professional-interest'],
  'MINOR_CONSENT_INVALID',
  {
    rule: 'Un mineur de moins de quinze ans n’est pas prospecté sans l’accord d’un titulaire de l’autorité parentale, même comme client.',
    when: mayBeAChild,
    unless: [aParentAgreed],
    detail: (_, facts) => facts.ageBand,
  },
);
const customer = { kind: 'existing-customer' } as const;
export const childWithoutConsentExamples: readonly Example[] = [
  ['fourteen, a customer', { ageBand: 'under-15', basis: customer }, 'forbidden'],
  ['fourteen, found in a trade', { ageBand: 'under-15', basis: { kind: 'professional-interest' } }, 'forbidden'],
  [
    'fourteen, a customer, with a parent',
    { ageBand: 'under-15', hasParentalConsent: true, basis: customer },
    'not forbidden',
  ],
  ['of unknown age, a customer, toys for children', { offerIsChildDirected: true, basis: customer }, 'forbidden'],
  ['of unknown age, a customer', { ageBand: 'unknown', basis: customer }, 'not forbidden'],
  ['fifteen years old, a customer', { ageBand: '15-17', basis: customer }, 'not forbidden'],
];
