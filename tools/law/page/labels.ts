import type { Outcome } from '#shared/domain/message/verdict.ts';
import type { SanctionNature } from '#shared/law/texts/sanction.ts';
import type { Grade, TextKind } from '#shared/law/texts/text.ts';

/** Every fixed word of the law pages. */
export interface Labels {
  readonly title: string;
  readonly language: string;
  readonly colon: string;
  readonly semicolon: string;
  readonly generated: (edition: string) => string;
  readonly inShort: string;
  readonly howToRead: string;
  readonly mayI: string;
  readonly answer: string;
  readonly more: string;
  readonly texts: string;
  readonly does: string;
  readonly open: string;
  readonly examples: string;
  readonly restsOnIt: string;
  readonly quotedAbove: string;
  readonly setting: string;
  readonly unread: string;
  /** Of law, where the text does not say it in so many words. */
  readonly reading: string;
  readonly ours: string;
  readonly reasons: string;
  readonly reasonsNote: string;
  readonly sanctions: string;
  readonly answers: string;
  readonly answersNote: string;
  readonly sources: string;
  readonly sourcesNote: string;
  readonly reserved: string;
  readonly columns: readonly string[];
  readonly unless: string;
  readonly kinds: Readonly<Record<TextKind, string>>;
  /** Of doctrine and charters. */
  readonly takenOn: (day: string) => string;
  /** Of a house rule. */
  readonly adoptedOn: (day: string) => string;
  /** Of what an authority published. */
  readonly dated: (day: string) => string;
  readonly since: (day: string) => string;
  /** Of a sanction: from and until when it is as given. */
  readonly setSince: (day: string) => string;
  /** Of a penalty: since when for a natural person, and since when as given here for a legal person. */
  readonly setInTwo: (natural: string, legal: string) => string;
  readonly setUntil: (day: string) => string;
  readonly between: (from: string, until: string) => string;
  /** Of a version whose first day was not read. */
  readonly until: (day: string) => string;
  readonly seenOn: (day: string) => string;
  readonly read: (day: string, how: string) => string;
  readonly grades: Readonly<Record<Grade, string>>;
  readonly natures: Readonly<Record<SanctionNature, string>>;
  readonly outcomes: Readonly<Record<Outcome, string>>;
  readonly effects: {
    readonly refuse: string;
    readonly review: string;
    readonly defer: string;
    readonly excludes: string;
    readonly reviewOfBasis: string;
  };
  readonly concerns: Readonly<
    Record<
      'everyClass' | 'relational' | 'relationalAlone' | 'renewal' | 'consumer' | 'legal' | 'covers' | 'leaves-out',
      string
    >
  >;
  readonly channels: Readonly<Record<'email' | 'sms' | 'mms' | 'automated-call', string>>;
}
