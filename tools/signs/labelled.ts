import { globSync, readFileSync } from 'node:fs';
import * as z from 'zod/mini';
import { TransactionalReason } from '#shared/domain/message/transactional-reason.ts';

const Labelled = z.strictObject({
  id: z.string().check(z.regex(/^[a-z0-9-]+$/)),
  label: z.enum(['transactional', 'promoting', 'mixed']),
  reason: TransactionalReason,
  language: z.enum(['fr', 'en']),
  subject: z.optional(z.string()),
  html: z.optional(z.string()),
  text: z.optional(z.string()),
  values: z.optional(z.record(z.string(), z.string())),
  ownHosts: z.optional(z.array(z.string())),
  promotes: z.optional(z.array(z.string())),
});
type Labelled = z.infer<typeof Labelled>;

/** A labelled message (`test/labelled/README.md`), with the folder of who wrote it. */
export type LabelledMessage = Labelled & { readonly writer: string };

/** A folder of labelled messages: those that teach, and those that only measure; in `short` those of few words. */
type Half = 'written' | 'unseen' | 'short/written' | 'short/unseen';

/** The messages of one half, in the order of their files. */
export const messagesIn = (half: Half): readonly LabelledMessage[] =>
  globSync(`test/labelled/${half}/**/*.json`)
    .sort()
    .flatMap((file) =>
      z
        .parse(z.array(Labelled), JSON.parse(readFileSync(file, 'utf8')))
        .map((message) => ({ ...message, writer: file.split('/').at(-2) ?? half })),
    );

/** What the message was sent with: subject, HTML, text. */
export const textsOf = ({ subject, html, text }: LabelledMessage): readonly string[] =>
  [subject, html, text].filter((part) => part !== undefined);

export const isTransactional = ({ label }: Pick<LabelledMessage, 'label'>): boolean => label === 'transactional';
