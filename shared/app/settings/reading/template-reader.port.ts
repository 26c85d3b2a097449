import type { ReaderAnswer } from '#shared/domain/message/template-assessment.ts';
import type { TransactionalReason } from '#shared/domain/message/transactional-reason.ts';

/** What of a template is assessed: nothing of whom its messages go to. */
export interface TemplateToAssess {
  /** What is said to call for its messages. */
  readonly reason: TransactionalReason;
  /** `undefined`: content of its channel has none. */
  readonly subject: string | undefined;
  /** The other parts as their author wrote them, HTML and text, merge fields in place of their values. */
  readonly content: string;
  /** Hosts of the advertiser. */
  readonly ownHosts: readonly string[];
}

/**
 * Reads a template that says that it is transactional, and says whether all of it is what its reason calls for. It never rejects: what
 * goes wrong is `none`, with the reason. The part that it names may be in no text: whoever asks looks for it.
 */
export interface TemplateReader {
  /** What is stored as who answered. */
  readonly model: string;
  read(template: TemplateToAssess): Promise<ReaderAnswer>;
}
