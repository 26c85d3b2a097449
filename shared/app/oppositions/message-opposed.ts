import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import type { ContactId, MessageId } from '#shared/domain/ids.ts';
import { type MessageClass, templateCauseOf } from '#shared/domain/message/template.ts';
import type { Messages } from '../messages/messages.port.ts';
import type { TemplateVersions } from '../settings/versions.port.ts';

/** Where one reads what a message was. */
export interface MessageReads {
  readonly messages: Pick<Messages, 'get'>;
  readonly templates: Pick<TemplateVersions, 'get'>;
}

/** What the message that a person answered says of itself. */
export interface MessageOpposed {
  /** `undefined`: not known, because the message or its template is no longer there. */
  readonly class: MessageClass | undefined;
  /** The cause under which its template is reviewed; `undefined`: it was made from none. */
  readonly templateCause: string | undefined;
  /** Why the message or its template could not be read, where that is so. */
  readonly unread?: unknown;
}

/** The class of a message, and its template. Where they cannot be read its class is not known: that keeps no opposition out. */
export const messageOpposed = async (
  reads: MessageReads,
  access: AdvertiserAccess,
  messageId: MessageId,
  contactId?: ContactId,
): Promise<MessageOpposed> => {
  try {
    return await readOpposed(reads, access, messageId, contactId);
  } catch (error) {
    return { class: undefined, templateCause: undefined, unread: error };
  }
};

const readOpposed = async (
  { messages, templates }: MessageReads,
  access: AdvertiserAccess,
  messageId: MessageId,
  contactId: ContactId | undefined,
): Promise<MessageOpposed> => {
  const message = await messages.get(access, messageId, contactId);
  if (message === undefined) return { class: undefined, templateCause: undefined };
  if (message.template === undefined) return { class: 'prospecting', templateCause: undefined };
  const template = await templates.get(access, message.template);
  return { class: template?.class, templateCause: templateCauseOf(message.template) };
};

/** An opposition by the means of this message stops relational ones too: it was one, or nobody can say that it was not. */
export const coversRelational = ({ class: one }: Pick<MessageOpposed, 'class'>): boolean =>
  one === undefined || one === 'relational';
