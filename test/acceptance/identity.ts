import { createHash } from 'node:crypto';
import type { CaseFacts } from './scenario.ts';

/** An address of a person, as request bodies name it. */
export type Contact = { readonly email: string } | { readonly phone: string };

/** The advertiser of one world, invented and derived from the world's id and the run, so that no two worlds touch. */
export interface Advertising {
  readonly advertiserId: string;
  readonly siren: string;
  /** Another legal person: sister, partner, broker. */
  readonly otherSiren: string;
}

/** Who stands in a scenario. */
export interface Identity extends Advertising {
  readonly contact: Contact;
  /** Someone of whom nothing is recorded, by the same channel. */
  readonly stranger: Contact;
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

/** Hex digits that stand for one world of one run. */
export const seedOf = (id: string, run: string): string =>
  createHash('sha256')
    .update(JSON.stringify([run, id]))
    .digest('hex');

/** Numbers kept for fiction (Arcep), mailboxes of domains kept for examples (RFC 2606). */
export const contactFor = (
  facts: Pick<CaseFacts, 'channel' | 'recipientKind'>,
  hash: string,
  name = 'claude.roche',
): Contact => {
  if (facts.channel !== 'email') return { phone: `+3363998${digitsOf(hash, 24, 4)}` };
  const domain = `maison-${hash.slice(0, 10)}.example`;
  if (facts.recipientKind === 'legal-person')
    return { email: `${name === 'claude.roche' ? 'contact' : 'info'}@${domain}` };
  return {
    email: facts.recipientKind === 'consumer' ? `${name}.${hash.slice(0, 10)}@example.net` : `${name}@${domain}`,
  };
};

/** The advertiser of the world with this id and seed. */
export const advertisingOf = (id: string, hash: string): Advertising => {
  const slug = id
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')
    .slice(0, 24);
  return {
    advertiserId: `case-${slug === '' ? 'x' : slug}-${hash.slice(0, 8)}`.replaceAll('--', '-'),
    siren: sirenFrom(digitsOf(hash, 12, 8)),
    otherSiren: sirenFrom(digitsOf(hash, 36, 8)),
  };
};

/** The people of one scenario; another `run` gives others. */
export const identityOf = (id: string, facts: CaseFacts, run: string): Identity => {
  const hash = seedOf(id, run);
  return {
    ...advertisingOf(id, hash),
    contact: contactFor(facts, hash),
    stranger: contactFor(facts, createHash('sha256').update(hash).digest('hex'), 'dominique.petit'),
  };
};
