import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import { Failure } from '#shared/domain/failure.ts';
import type { ContactId, Instant } from '#shared/domain/ids.ts';
import type { Message } from '#shared/domain/message/message.ts';
import { retryOnConflict } from '../records/retry-on-conflict.ts';
import type { TestRecipientLists } from './test-recipients.port.ts';

interface DraftedTest {
  readonly draft: { readonly message: Pick<Message, 'contactId'> };
}

const testRecipientsFull = () =>
  new Failure('test-recipients-full', 'Twenty others got tests of this advertiser in the last thirty days.', {
    errors: [{ pointer: '/contactId', detail: 'no test recipient, and there is room for no other' }],
  });

/** Makes them test recipients as far as there is room, and refuses the others. */
export const withRoom = async <D extends DraftedTest>(
  lists: TestRecipientLists,
  access: AdvertiserAccess,
  drafts: readonly (D | Failure)[],
  at: Instant,
): Promise<readonly (D | Failure)[]> => {
  const asked = drafts.flatMap((each): readonly ContactId[] =>
    each instanceof Failure ? [] : [each.draft.message.contactId],
  );
  if (asked.length === 0) return drafts;
  const recipients = await retryOnConflict(() => lists.add(access, asked, at));
  const hasRoom = (each: D) => each.draft.message.contactId in recipients;
  return drafts.map((each) => (each instanceof Failure || hasRoom(each) ? each : testRecipientsFull()));
};
