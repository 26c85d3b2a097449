import * as z from 'zod/mini';
import { about } from '#shared/domain/about.ts';
import { explain } from '#shared/law/reasons/explain.ts';

const inBoth = z.strictObject({ fr: about('In French.', z.string()), en: about('In English.', z.string()) });

/** A reason as an event has it: in words, with the text that gave it, what breaking it can cost and what to do. */
export const EventReason = z.strictObject({
  code: about('The stable code of the reason.', z.string()),
  sentence: about('The reason in words.', inBoth),
  article: about('The version of the text that gave it. Absent: none did.', z.optional(z.string())),
  paragraph: about('The paragraph of that text. Absent: the text has one, or none gave it.', z.optional(z.string())),
  nature: about(
    'law, reading, doctrine, charter or house-rule. Absent: it comes from no text.',
    z.optional(z.string()),
  ),
  quote: about('The words of the paragraph. Absent: not read, or a rule of ours.', z.optional(z.string())),
  sanctions: about(
    'What breaking it can cost: its nature and the texts that set it. Empty: no text read says.',
    z.array(
      z.strictObject({ nature: about('Who imposes it.', z.string()), texts: about('The texts.', z.array(z.string())) }),
    ),
  ),
  remedy: about('What to do. Absent: nothing.', z.optional(inBoth)),
});

/** The reasons of a verdict in words, without the facts that they name. */
export const eventReasons = (verdict: Parameters<typeof explain>[0] | undefined): z.infer<typeof EventReason>[] =>
  verdict === undefined
    ? []
    : explain(verdict).reasons.map(({ code, fr, en, citation, sanctions, remedy }) => ({
        code,
        sentence: { fr, en },
        ...(citation === undefined ? {} : { article: citation.version, nature: citation.nature }),
        ...(citation?.paragraph === undefined ? {} : { paragraph: citation.paragraph }),
        ...(citation?.quote === undefined ? {} : { quote: citation.quote }),
        sanctions: sanctions.map(({ nature, texts }) => ({
          nature,
          texts: texts.map(({ name, paragraph }) => `${name}, ${paragraph}`),
        })),
        ...(remedy === undefined ? {} : { remedy: remedy.sentence }),
      }));
