import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import { invalidRequest } from '#shared/domain/failure.ts';
import type { Message } from '#shared/domain/message/message.ts';
import type { Page, PageAsked } from '#shared/domain/page.ts';
import { addDays, toInstant } from '#shared/domain/time/instant.ts';
import type { Clock } from '../clock.port.ts';
import { knownAdvertiser } from '../contacts/contact-of.ts';
import type { Advertisers } from '../settings/advertisers.port.ts';
import type { MessageLists, MessagesAsked } from './message-lists.port.ts';

/** How far back one looks without a contact and without `from`. */
const DAYS_LISTED = 30;

export interface ListMessages {
  readonly access: AdvertiserAccess;
  readonly asked: MessagesAsked & { readonly reference?: string | undefined };
  readonly page: PageAsked;
}

/**
 * Single messages of an advertiser, newest first: of a contact, of a period, in a state, or the one that a reader quotes.
 * Throws `advertiser-not-found`, and `invalid-request` for a period that ends before it begins.
 */
export const listMessages = async (
  ports: { readonly advertisers: Advertisers; readonly messageLists: MessageLists; readonly clock: Clock },
  { access, asked, page }: ListMessages,
): Promise<Page<Message>> => {
  await knownAdvertiser(ports.advertisers, access);
  const { reference, ...filter } = asked;
  if (reference !== undefined) return { items: await ports.messageLists.quoted(access, reference) };
  const until = filter.until ?? addDays(ports.clock.now(), 1);
  const from = filter.from ?? (filter.contactId === undefined ? addDays(until, -DAYS_LISTED) : toInstant(0));
  if (from > until) throw invalidRequest([{ pointer: '', parameter: 'until', detail: 'before from' }]);
  return ports.messageLists.list(access, { ...filter, from, until }, page);
};
