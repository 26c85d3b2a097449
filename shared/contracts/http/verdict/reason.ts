import * as z from 'zod/mini';
import { about, named } from '#shared/domain/about.ts';
import { StoredReason } from '#shared/domain/message/verdict.ts';
import type { ExplainedReason } from '#shared/law/reasons/explain.ts';
import { Sentence } from '../sentence.ts';

const { code, factId, detail } = StoredReason.shape;
const Day = z.string();

/** Where the words of a text were read. */
const Read = z.strictObject({
  source: about('The repository, document or publication in which they were read.', z.string()),
  on: about('The day on which we read them there: a date, YYYY-MM-DD.', Day),
  grade: about(
    'first-hand: a copy of the official text. quoted: a document that read the official text on a day it names. second-hand: a document that does not say when.',
    z.enum(['first-hand', 'quoted', 'second-hand']),
  ),
});

/** The text that a reason rests on. */
const Citation = named(
  'Citation',
  z.strictObject({
    version: about('The version of the text, such as l34-5/2020-07-26.', z.string()),
    code: about('The code of law, or the document: CPCE, RGPD, CNIL.', z.string()),
    number: about('The number of the article.', z.string()),
    paragraph: about('The paragraph, as one cites it: al. 4. Absent: the article has one.', z.optional(z.string())),
    nature: about(
      'law: the text says it. reading: a text of law, read more widely than its words. doctrine, charter and house-rule are no law.',
      z.enum(['law', 'doctrine', 'charter', 'house-rule', 'reading']),
    ),
    inForceSince: about(
      'The day since which this version applies: YYYY-MM-DD. Absent: none is known.',
      z.optional(Day),
    ),
    asOf: about(
      'A day on which this version was seen in force, where its first day was not read. Of doctrine: its date.',
      z.optional(Day),
    ),
    takenOn: about('Of what is no law: the day on which Aval took it as a rule.', z.optional(Day)),
    quote: about(
      'The words of the paragraph, to the letter. Absent: not read, or a house rule.',
      z.optional(z.string()),
    ),
    read: about('Where these words were read. Absent: nothing is quoted.', z.optional(Read)),
    rule: about('Of a house rule: the rule, in French. Absent: it is a text of others.', z.optional(z.string())),
    reading: about('Why it is read so. Absent: the text says it itself.', z.optional(z.string())),
    url: about('Where the text is published.', z.optional(z.string())),
  }),
);

/** What breaking a text can cost. */
const Sanction = named(
  'Sanction',
  z.strictObject({
    nature: about('Who imposes it.', z.enum(['administrative', 'penal', 'civil', 'contractual'])),
    says: about('What it is.', Sentence),
    texts: about(
      'The texts that set it. Empty: no text does.',
      z.array(
        z.strictObject({
          name: about('The code and the article.', z.string()),
          paragraph: about('The paragraph, as one cites it.', z.string()),
          quote: about('The words of that paragraph. Absent: not read.', z.optional(z.string())),
          read: about('Where these words were read. Absent: nothing is quoted.', z.optional(Read)),
        }),
      ),
    ),
    unsettled: about(
      'From this day on, whether it still applies is not established. Absent: it is settled.',
      z.optional(
        z.strictObject({ since: about('The day: YYYY-MM-DD.', Day), says: about('What is known.', Sentence) }),
      ),
    ),
  }),
);

/** What to do about a reason, in both languages like the reason itself. */
export const ReasonRemedy = named(
  'ReasonRemedy',
  z.strictObject({
    sentence: about('What to do.', Sentence),
    pointer: about(
      'The part to change of the message asked for, a JSON pointer into that message. Absent: none.',
      z.optional(z.string()),
    ),
    route: about('The call that mends it: POST /v1/consents. Absent: none.', z.optional(z.string())),
  }),
);

/** One reason, explained. */
export const Reason = named(
  'Reason',
  z.strictObject({
    code,
    sentence: about('The reason in words.', Sentence),
    citation: about('The sentence of law, doctrine, charter or house rule that gave it.', z.optional(Citation)),
    sanctions: about('What breaking it can cost. Empty: no text read says.', z.array(Sanction)),
    remedy: about(
      'What to do about it. Absent: the message may go, and there is nothing to do.',
      z.optional(ReasonRemedy),
    ),
    factId,
    detail,
    found: about('The detail in words. Absent: it speaks for itself.', z.optional(Sentence)),
  }),
);

const sanctionView = ({ nature, says, texts, unsettled }: ExplainedReason['sanctions'][number]) => ({
  nature,
  says,
  texts: texts.map(({ name, paragraph, quote, read }) => ({ name, paragraph, quote, read })),
  unsettled,
});

/** A reason in words, with its text, sanctions and remedy. */
export const reasonView = ({ fr, en, sanctions, ...more }: ExplainedReason): z.infer<typeof Reason> => ({
  sentence: { fr, en },
  sanctions: sanctions.map(sanctionView),
  ...more,
});
