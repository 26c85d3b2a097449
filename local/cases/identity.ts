import { createHash } from 'node:crypto';
import type { CaseFacts } from './scenario.ts';

/** Who stands in a scenario: invented, derived from its id and the run, so that no two worlds touch. */
export interface Identity {
  readonly advertiserId: string;
  readonly siren: string;
  /** Another legal person: sister, partner, broker. */
  readonly otherSiren: string;
  readonly contact: { readonly email: string } | { readonly phone: string };
  /** Someone of whom nothing is recorded, by the same channel. */
  readonly stranger: Identity['contact'];
}

const luhnSum = (digits: string): number =>
  [...digits].reverse().reduce((sum, digit, index) => {
    const doubled = Number(digit) * (index % 2 === 1 ? 2 : 1);
    return sum + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);

/** Nine digits with a right check digit (Luhn), from any eight. */
export const sirenFrom = (eightDigits: string): string =>
  `${eightDigits}${(10 - (luhnSum(`${eightDigits}0`) % 10)) % 10}`;

const digitsOf = (hash: string, from: number, count: number): string =>
  (BigInt(`0x${hash.slice(from, from + 12)}`) % 10n ** BigInt(count)).toString().padStart(count, '0');

/** Numbers kept for fiction (Arcep), mailboxes of domains kept for examples (RFC 2606). */
const contactFor = (facts: CaseFacts, hash: string, name: string): Identity['contact'] => {
  if (facts.channel !== 'email') return { phone: `+3363998${digitsOf(hash, 24, 4)}` };
  const domain = `maison-${hash.slice(0, 10)}.example`;
  if (facts.recipientKind === 'legal-person')
    return { email: `${name === 'claude.roche' ? 'contact' : 'info'}@${domain}` };
  return {
    email: facts.recipientKind === 'consumer' ? `${name}.${hash.slice(0, 10)}@example.net` : `${name}@${domain}`,
  };
};

/** The people of one scenario; another `run` gives others. */
export const identityOf = (id: string, facts: CaseFacts, run: string): Identity => {
  const hash = createHash('sha256')
    .update(JSON.stringify([run, id]))
    .digest('hex');
  const slug = id
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')
    .slice(0, 24);
  return {
    advertiserId: `case-${slug === '' ? 'x' : slug}-${hash.slice(0, 8)}`.replaceAll('--', '-'),
    siren: sirenFrom(digitsOf(hash, 12, 8)),
    otherSiren: sirenFrom(digitsOf(hash, 36, 8)),
    contact: contactFor(facts, hash, 'claude.roche'),
    stranger: contactFor(facts, createHash('sha256').update(hash).digest('hex'), 'dominique.petit'),
  };
};
