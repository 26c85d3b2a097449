import { isDate, isTime } from './dates.ts';
import { isAmount, isNumber, isReference } from './figures.ts';
import type { FieldKind } from './kinds.ts';
import { isLink } from './link.ts';
import { isLocation, isName } from './names.ts';

/** What the value of a kind looks like, and what an error says of another one. */
interface Shape {
  readonly fault: string;
  /** @param ownHosts hosts of the advertiser, which links lead to */
  readonly fits: (value: string, ownHosts: readonly string[]) => boolean;
}

const SHAPES: Readonly<Partial<Record<FieldKind, Shape>>> = {
  name: {
    fault: 'expected: the name of a person: letters alone, at most 6 words, each with a capital',
    fits: isName,
  },
  date: { fault: 'expected: a day, with its hour or without: 24/11/2026, mardi 24 novembre à 14 h 30', fits: isDate },
  time: { fault: 'expected: an hour, or from one to another: 14:30, entre 9 h et 12 h', fits: isTime },
  amount: { fault: 'expected: an amount of money: 1 249,00 €, -£5.00', fits: isAmount },
  number: { fault: 'expected: a number, with its unit or without: 2, x 3, 1,5 kg', fits: isNumber },
  reference: {
    fault:
      'expected: a reference or code: letters and figures without spaces, at most 40, with a figure; or groups of figures, of no telephone that costs more than a call',
    fits: isReference,
  },
  place: { fault: 'expected: an address, a town or the name of a place, as on an envelope', fits: isLocation },
  link: {
    fault:
      'expected: an address of a page, with https, of the advertiser or of a carrier, a payment or a public service',
    fits: isLink,
  },
};

/** What is expected of a value that is not of this kind. `undefined`: it is, or the kind takes any text. */
export const unfitBecause = (kind: FieldKind, value: string, ownHosts: readonly string[]): string | undefined => {
  const shape = SHAPES[kind];
  return shape === undefined || shape.fits(value, ownHosts) ? undefined : shape.fault;
};
