import type { READINGS } from '#shared/domain/advertiser/chosen-reading.ts';
import type { Channel } from '#shared/domain/message/channel.ts';
import type { BasisKind } from '#shared/domain/message/message.ts';
import type { BasisFacts } from './facts/basis.ts';
import type { Facts } from './facts/facts.ts';
import type { ReasonCode } from './reasons/reasons.ts';
import type { Sanction } from './texts/sanction.ts';
import type { Period, Read, TextKind, Words } from './texts/text.ts';

/** One version of one text, with the period in which it decides. */
export interface ArticleVersion {
  /** `l34-5/2020-07-26`: slug and first day (of what is no law: the day of the page, or on which we took the rule). Stored with a verdict's reasons. */
  readonly id: string;
  readonly code: string;
  readonly number: string;
  /** Identifier at Légifrance. */
  readonly legi?: string;
  readonly inForce: Period;
  readonly kind: TextKind;
  /** A day on which it was seen in force, where its first day in law was not read; of a page of an authority, its date. */
  readonly asOf?: string;
  /** Of what is no law: the day on which Aval took it as a rule of its own. Absent of a version that had ended by then. */
  readonly takenOn?: string;
  /** Where its words were read; absent: they were not, and its sentences quote nothing. */
  readonly read?: Read;
  readonly url?: string;
}

/** Whom and what a prohibition concerns; absent: every prospecting message of the mission's channels. */
interface Concerns {
  readonly channels?: readonly Channel[];
  /** Whose right it is: a legal person's generic address has none. */
  readonly recipient?: 'natural-person' | 'legal-person';
  /** Includes every recipient whose kind is unknown (D2). */
  readonly audience?: 'consumer';
  /** Whether CNIL's référentiel on commercial activities covers the advertiser, or leaves its sector out. */
  readonly referentiel?: 'covers' | 'leaves-out';
  /** Also messages that are no prospecting (D5). */
  readonly everyClass?: true;
  /** Also relational messages (D5): no prospecting, and not needed for any contract either. `alone`: they, and no others. */
  readonly relational?: true | 'alone';
  /** Only messages that ask whether the person wants to stay (RET-4). */
  readonly renewalRequests?: true;
  /** Only messages of advertisers who recorded this reading. */
  readonly recordedReading?: (typeof READINGS)[number];
}

/** What lifts a sentence: written once, and attached to the sentence that it lifts. */
export interface Exception<Judged extends readonly unknown[]> {
  /** As the law pages show it; `CODE` between backticks. */
  readonly says: Words;
  /** Paragraph of the same article version: `al. 4`. */
  readonly paragraph?: string;
  /** Where it comes from, when not from that article: another text, or a choice of reading (`D7`). */
  readonly source?: string;
  /** Words of that paragraph; absent: not quoted. */
  readonly quote?: string;
  readonly when: (...judged: Judged) => boolean;
  /** It hangs on nothing that passes but the day of the rules: it lifts the sentence at any moment under the same rules. */
  readonly atAnyMoment?: true;
  /** Sentences that each must not forbid relying on it; they give their own reasons. */
  readonly conditions?: readonly BasisProhibition[];
}
/** An exception to a sentence on the message, or on the moment. */
export type MessageException = Exception<[facts: Facts]>;
/** An exception to a sentence on a basis. */
export type BasisException = Exception<[basis: BasisFacts, facts: Facts]>;

/** What every sentence has, whatever it judges. */
interface Clauses<Judged extends readonly unknown[]> {
  /** The paragraph of the text, as a lawyer cites it: `al. 1`. */
  readonly paragraph?: string | undefined;
  /** Words of that paragraph, to the letter, as `test/texts/` has them. Absent: not read; or a house rule. */
  readonly quote?: string | undefined;
  /** Where these words were read, when not where the rest of the article was. */
  readonly read?: Read | undefined;
  /** Of a house rule: the rule in our own words, in French. */
  readonly rule?: string | undefined;
  /** What breaking it can cost. Absent: no text read says. */
  readonly sanctions?: readonly Sanction[] | undefined;
  /** Its scope. */
  readonly concerns?: Concerns | undefined;
  /** What it forbids, where it concerns the message. */
  readonly when: (...judged: Judged) => boolean;
  /** Its exceptions: one that holds lifts it. */
  readonly unless?: readonly Exception<Judged>[] | undefined;
  /** A choice of reading, where the text does not say it in so many words: its reason and the day it was last checked. */
  readonly reading?: string | undefined;
  /** The one fault, of several, that the reading speaks of; absent: all. */
  readonly readsOnly?: string | undefined;
  /** Which of several faults the reason speaks of; of a list, one reason is given for each. */
  readonly detail?: ((...judged: Judged) => string | readonly string[] | undefined) | undefined;
}

type OnMessage = Clauses<[facts: Facts]>;
type OnBasis = Clauses<[basis: BasisFacts, facts: Facts]>;

interface OnMoment extends OnMessage {
  /** First instant (ms since the epoch) not before `from` at which this sentence forbids nothing; none: never. */
  readonly notBefore: (facts: Facts, from: number) => number | undefined;
  /** What is said when the validity of the message ends before that instant (D8): `VALIDITY_PASSED` unless `this-code`. */
  readonly tooLate?: 'this-code' | undefined;
}
interface WithFact {
  /** The recorded fact that the reason rests on. */
  readonly fact?: ((facts: Facts) => string | undefined) | undefined;
}
interface WithMessageReview {
  /** What a human must decide (D6): `opposition-means:example.fr`. `undefined`: nothing to decide, a refusal. */
  readonly cause?: ((facts: Facts) => string | undefined) | undefined;
}
interface WithReview {
  /** What a human must decide (D6): `form:newsletter@3`. Present: the outcome is a review, else a refusal. */
  readonly cause?: ((basis: BasisFacts, facts: Facts) => string) | undefined;
}

interface Cited {
  readonly code: ReasonCode;
  readonly article: ArticleVersion;
}
/** A sentence on the message as a whole. */
export type FlatProhibition = Cited & OnMessage & WithFact & WithMessageReview & { readonly judges: 'message' };
/** A sentence on the moment alone: what it forbids now it allows later. */
export type TimedProhibition = Cited & OnMoment & { readonly judges: 'moment' };
/** A sentence on one basis: it forbids relying on it, and says nothing of the others (D21). */
export type BasisProhibition = Cited &
  OnBasis &
  WithReview & { readonly judges: 'basis'; readonly bases: readonly BasisKind[] };
export type Prohibition = FlatProhibition | TimedProhibition | BasisProhibition;

/** A version of a text, as the drafter of a rule uses it. */
export interface Article extends ArticleVersion {
  /** Forbids the message. */
  forbids(code: ReasonCode, clauses: OnMessage & WithFact & WithMessageReview): FlatProhibition;
  /** Forbids this moment. */
  forbidsNow(code: ReasonCode, clauses: OnMoment): TimedProhibition;
  /** Forbids relying on a basis of these kinds. */
  forbidsRelyingOn(bases: readonly BasisKind[], code: ReasonCode, clauses: OnBasis & WithReview): BasisProhibition;
}

/** Opens a file of law: cites one version of one text. */
export const article = (version: ArticleVersion): Article => ({
  ...version,
  forbids: (code, clauses) => ({ judges: 'message', code, article: version, ...clauses }),
  forbidsNow: (code, clauses) => ({ judges: 'moment', code, article: version, ...clauses }),
  forbidsRelyingOn: (bases, code, clauses) => ({ judges: 'basis', code, article: version, bases, ...clauses }),
});
