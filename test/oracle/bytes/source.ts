/** Whether the first message must say from where the data come: INFO-3, art. 14 § 3 b GDPR, CNIL on partners. */

import type { Ask } from '../ask.ts';
import type { Basis } from '../bases.ts';
import { judgeConsent } from '../consent.ts';
import { isProtected } from '../kind.ts';
import { consentsAt, decisionOn, type Ledger, type Moment, ms, object, text } from '../ledger.ts';
import type { MessageClass } from '../message.ts';
import { sentBy } from '../use/sent.ts';
import { namesOf, shows } from './names.ts';
import { tellsSource } from './words.ts';

/** What is asked of the bytes, by what the message is. */
export interface Needs {
  readonly kind: MessageClass;
  /** The rules for consumers hold for the reader. */
  readonly ofConsumer: boolean;
  /** Whether words say where the data come from, or need not. */
  readonly tellsSource: (words: string) => boolean;
  /** What a human decided of a means that is not ours: `opposition-means:…`. */
  readonly decided: (means: string) => 'allowed' | 'refused' | undefined;
}

/** What humans decided of means that are not ours. */
export const decidedMeans =
  (ledger: Ledger, category: string, t: number): Needs['decided'] =>
  (means) =>
    decisionOn(
      ledger,
      (cause) => cause === `opposition-means:${means.replace(/^0(?=[1-9]\d{8}$)/, '+33')}`,
      text(ledger.world.message.channel),
      category,
      t,
    );

/** The first message to the address, on any channel: later ones need not repeat it. */
const isFirst = (ledger: Ledger, moment: Moment): boolean =>
  !sentBy(ledger, moment.t).some((sent) => ms(sent.at) <= moment.t);

/** Who collected the consents that support a message; undefined among them: the advertiser did. */
const collectors = (ledger: Ledger, ask: Ask, moment: Moment): (string | undefined)[] =>
  consentsAt(ledger, moment)
    .filter((consent) => judgeConsent(ledger, consent, ask, moment).fails.length === 0)
    .map(({ body }) => object(body.collector))
    .map((collector) =>
      collector === undefined || collector.siren === ledger.siren ? undefined : text(collector.name),
    );

/** Whether the person gave the data to the advertiser, by what supports the message. A legal person's office is nobody's data. */
const cameFromThePerson = (ledger: Ledger, basis: Basis, ask: Ask, moment: Moment): boolean => {
  if (basis === 'consent') return collectors(ledger, ask, moment).includes(undefined);
  if (basis !== 'professional-interest') return true;
  const origin = text(object(object(ledger.facts.profession)?.source)?.kind) || text(ledger.facts.source);
  return origin === 'data-subject';
};

/** Whether the first message that rests on this basis must say where the data come from. */
export const asksForSource = (ledger: Ledger, basis: Basis, ask: Ask, moment: Moment): boolean =>
  isFirst(ledger, moment) && !cameFromThePerson(ledger, basis, ask, moment);

/** Reads what is asked from the bases that hold or wait for a human. Where one rests on data from the person, art. 13 applied then. */
export const needsOf = (
  ledger: Ledger,
  kind: MessageClass,
  supports: readonly Basis[],
  ask: Ask,
  moment: Moment,
): Needs => {
  const isNeeded =
    supports.length > 0 &&
    isFirst(ledger, moment) &&
    !supports.some((basis) => cameFromThePerson(ledger, basis, ask, moment));
  const decided = decidedMeans(ledger, ask.category, moment.t);
  const ofConsumer = isProtected(ledger, ask, moment);
  if (!isNeeded) return { kind, ofConsumer, decided, tellsSource: () => true };
  // What is recorded of a professional's address names its source: where it is known, it is said.
  const reference = text(object(object(ledger.facts.profession)?.source)?.reference);
  const names = [
    ...(supports.includes('consent') ? collectors(ledger, ask, moment) : []),
    ...(supports.includes('professional-interest') ? [reference] : []),
  ];
  const known = names.filter((name): name is string => name !== undefined && name !== '');
  return {
    kind,
    ofConsumer,
    decided,
    tellsSource: (words) => tellsSource(words, namesOf(ledger.world)) && (known.length === 0 || shows(known, words)),
  };
};
