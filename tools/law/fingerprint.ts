import * as z from 'zod/mini';
import { sha256Of } from '#shared/domain/ledger/canonical.ts';
import type { BasisException, MessageException, Prohibition } from '#shared/law/article.ts';
import type { Example } from '#shared/law/example.ts';
import type { Drafted } from './drafted.ts';
import { judgeExample } from './judge-example.ts';

/**
 * What an edition keeps of one sentence, in texts that can be compared. Texts of the law, readings and the words of
 * exceptions are kept as SHA-256. An example is kept with what the sentence says of it today, so that another condition
 * or number shows.
 */
export const SentenceFingerprint = z.strictObject({
  code: z.string(),
  article: z.string(),
  paragraph: z.nullable(z.string()),
  from: z.string(),
  until: z.nullable(z.string()),
  judges: z.string(),
  concerns: z.string(),
  unless: z.array(z.string()),
  tooLate: z.nullable(z.string()),
  /** The words of the text, or of a house rule. */
  quote: z.nullable(z.string()),
  reading: z.nullable(z.string()),
  examples: z.array(z.string()),
});
export type SentenceFingerprint = z.infer<typeof SentenceFingerprint>;

const hashOf = (text: string | undefined): string | null => (text === undefined ? null : sha256Of(text));

/** The values in an example, sorted. The names of the facts are left out: a renamed fact changes no law. */
const valuesIn = (value: unknown): readonly string[] => {
  if (typeof value === 'object' && value !== null) return Object.values(value).flatMap(valuesIn).sort();
  return [String(value)];
};

/** `audience consumer; channels mms, sms`: each key of a scope with its values, sorted. */
const concernsOf = ({ concerns }: Prohibition): string => {
  const keys = Object.entries(concerns ?? {}).filter(([, value]) => value !== undefined);
  if (keys.length === 0) return 'every message';
  return keys
    .map(([key, value]) => `${key} ${valuesIn(value).join(', ')}`)
    .sort()
    .join('; ');
};

/** `al. 4: <SHA-256 of what it says>; on condition of CODE_ONE, CODE_TWO`. */
const exceptionIn = ({ says, paragraph, source, conditions = [] }: MessageException | BasisException): string => {
  const from = `${paragraph ?? source ?? 'the text itself'}: ${sha256Of(says.en)}`;
  return conditions.length === 0 ? from : `${from}; on condition of ${conditions.map(({ code }) => code).join(', ')}`;
};

const judged = (rule: Prohibition): string =>
  rule.judges === 'basis' ? `${rule.judges}: ${rule.bases.join(', ')}` : rule.judges;

/** `✗ 366 days old (0, 31622400000, automated-call)`, then what the reason says besides its code. */
const exampleIn = (rule: Prohibition, example: Example): string => {
  const { says, reason, cause, notBefore } = judgeExample(rule, example);
  const more = [
    ...(reason?.detail === undefined ? [] : [`detail ${reason.detail}`]),
    ...(reason?.factId === undefined ? [] : ['names its fact']),
    ...(cause === undefined ? [] : [`cause ${cause}`]),
    ...(notBefore === undefined ? [] : [`until ${new Date(notBefore).toISOString()}`]),
  ];
  const [title, changes] = example;
  return [`${says === 'forbidden' ? '✗' : '○'} ${title} (${valuesIn(changes).join(', ')})`, ...more].join('; ');
};

/** The fingerprint of one sentence and the examples beside it. */
export const fingerprintOf = ({ prohibition, examples }: Omit<Drafted, 'file' | 'name'>): SentenceFingerprint => {
  const { code, article, paragraph, unless = [], quote, rule, reading } = prohibition;
  return {
    code,
    article: article.id,
    paragraph: paragraph ?? null,
    from: article.inForce.from,
    until: article.inForce.until ?? null,
    judges: judged(prohibition),
    concerns: concernsOf(prohibition),
    unless: unless.map(exceptionIn),
    tooLate: prohibition.judges === 'moment' ? (prohibition.tooLate ?? null) : null,
    quote: hashOf(quote ?? rule),
    reading: hashOf(reading),
    examples: examples.map((example) => exampleIn(prohibition, example)),
  };
};
