import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import { atMost } from '#shared/domain/at-most.ts';
import type { SentMessage } from '#shared/domain/centre/sent-lately.ts';
import type { ContactId } from '#shared/domain/ids.ts';
import type { Purpose } from '#shared/domain/message/channel.ts';
import type { Message, TemplateReference } from '#shared/domain/message/message.ts';
import type { MessageClass } from '#shared/domain/message/template.ts';
import type { MessageReads } from '../oppositions/message-opposed.ts';

const READS_AT_ONCE = 16;

/** What a message was about, as far as its reader is informed: no subject, and no content. */
interface SentKind {
  readonly class: MessageClass;
  readonly purpose: Purpose;
  /** The partner whose offers it brought, by its name. */
  readonly partner?: string | undefined;
}

/** A message that is listed; `kind`: absent where it can no longer be read. */
export interface ListedMessage extends SentMessage {
  readonly kind?: SentKind | undefined;
}

type ClassOf = (template: TemplateReference) => Promise<MessageClass | undefined>;

/** Each version of a template is read once. */
const classesBy = ({ templates }: MessageReads, access: AdvertiserAccess): ClassOf => {
  const found = new Map<string, ReturnType<ClassOf>>();
  return (template) => {
    const name = `${template.templateId}@${template.version}`;
    const read = found.get(name) ?? templates.get(access, template).then((version) => version?.class);
    found.set(name, read);
    return read;
  };
};

const kindOf = async (classOf: ClassOf, { purpose, partner, template }: Message): Promise<SentKind | undefined> => {
  const known = template === undefined ? 'prospecting' : await classOf(template);
  return known && { class: known, purpose, partner: partner?.name };
};

/** Says of each message what it was about. What cannot be read keeps no message from being listed. Writes nothing. */
export const withKinds = (
  reads: MessageReads,
  { access, contactId }: { readonly access: AdvertiserAccess; readonly contactId: ContactId },
  sent: readonly SentMessage[],
): Promise<readonly ListedMessage[]> => {
  const classOf = classesBy(reads, access);
  return atMost(READS_AT_ONCE, sent, async (each) => {
    const found = async () => {
      const message = await reads.messages.get(access, each.messageId, contactId);
      return message && kindOf(classOf, message);
    };
    return { ...each, kind: await found().catch(() => undefined) };
  });
};
