import type { Decrypting } from '#functions/wiring/keys/vaults.ts';
import { once } from '#functions/wiring/once.ts';
import { opener, table } from '#functions/wiring.ts';
import { doubtfulRepliesOf } from '#shared/adapters/dynamodb/messages/doubtful-replies.ts';
import { contentClient } from '#shared/adapters/s3/client.ts';
import { receivedMailsOf } from '#shared/adapters/ses/received-mails.ts';
import type { ReceivedMails } from '#shared/app/replies/received-mails.port.ts';
import type { DoubtfulReplies } from '#shared/app/reviews/doubtful-replies.port.ts';

/** The composition root of what reads replies by mail, and of what shows a human the doubtful ones. */
type Needs<V extends string> = Readonly<Record<V, string>>;

/** Mails that SES kept to be read. */
export const receivedMails = /* @__PURE__ */ once(
  ({ UPLOAD_BUCKET }: Needs<'UPLOAD_BUCKET'>): ReceivedMails =>
    receivedMailsOf({ client: contentClient(), bucket: UPLOAD_BUCKET }),
);

/** Words of doubtful replies, which wait for a human. */
export const doubtfulReplies = /* @__PURE__ */ once(
  (env: Decrypting): DoubtfulReplies => doubtfulRepliesOf({ ...table(env), vault: opener(env) }),
);

/** The same, and how many reviews were opened. */
export const countedReviews = (env: Decrypting) => {
  const opened = { count: 0 };
  const { open } = doubtfulReplies(env);
  const counting: DoubtfulReplies['open'] = async (...doubtful) => {
    const isOpen = await open(...doubtful);
    if (isOpen) opened.count += 1;
    return isOpen;
  };
  return { opened, doubtfulReplies: { open: counting } };
};
