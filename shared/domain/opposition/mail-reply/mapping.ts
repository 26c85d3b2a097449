/** Version of the reading of replies by mail, kept with every opposition that it finds. */
const MAIL_REPLY_MAPPING = 'mail-reply/3';

/** How an opposition was found in a reply by mail whose words are doubtful: until a human says otherwise, and final if nobody does (D20). */
const DOUBTFUL_MAIL_REPLY = `${MAIL_REPLY_MAPPING} doubtful`;

/** How an opposition was found in such a reply, kept as its evidence: `mail-reply/3`, or `mail-reply/3 doubtful`. */
export const mappingOfMailReply = (meaning: 'opposition' | 'doubtful'): string =>
  meaning === 'doubtful' ? DOUBTFUL_MAIL_REPLY : MAIL_REPLY_MAPPING;
