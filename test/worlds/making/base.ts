import type { Random } from '../random.ts';
import type { Body, Draft, DraftAct } from './draft.ts';
import { somewhereInFrance, type Whereabouts } from './people.ts';
import { templateOf } from './templates.ts';
import { OFFERED } from './vocabulary.ts';

/** What makes the message of a base lawful. */
export type Founding =
  | 'consent'
  | 'consent-through-partner'
  | 'consent-to-partner-offers'
  | 'sale'
  | 'sale-by-free-account'
  | 'support'
  | 'profession'
  | 'legal-person'
  | 'transactional'
  | 'relational'
  | 'renewal';

/** A world whose message is allowed, and what it rests on: the one thing that a spoiling has to spoil. */
export interface Base {
  readonly draft: Draft;
  readonly founding: Founding;
  readonly where: Whereabouts;
  /** The consent or sale, and its form. */
  readonly act: DraftAct | undefined;
  readonly form: Body | undefined;
}

/** What is drawn before anything is founded. */
export interface Blank {
  readonly random: Random;
  readonly draft: Draft;
  readonly where: Whereabouts;
}

/** A kind of base: on which channels it exists, where its person may be, and how it is laid. */
export interface Kind {
  readonly founding: Founding;
  readonly channels: readonly string[];
  readonly whereabouts?: (random: Random) => Whereabouts;
  /** Lays the base into the draft. */
  readonly lay: (blank: Blank) => Pick<Base, 'act' | 'form'>;
}

export const whereaboutsOf = ({ whereabouts = somewhereInFrance }: Kind, random: Random): Whereabouts =>
  whereabouts(random);

/** Says what the message offers: in its template, where it is made from one. */
export const offer = (draft: Draft, category: string = OFFERED): void => {
  const template = templateOf(draft);
  if (template !== undefined) template.category = category;
  if (template === undefined || draft.message.offerCategory !== undefined) draft.message.offerCategory = category;
};

/** Declares more of the address that the message goes to. */
export const declare = ({ declared }: Draft, more: Body): void => {
  declared[0] = { ...declared[0], ...more };
};

/** The address of a person by the channel of the message. */
export const setAddress = ({ addresses, channel }: Draft, where: Whereabouts, mailbox: string): void => {
  addresses[0] = channel === 'email' ? { email: mailbox } : { phone: where.phone };
};
