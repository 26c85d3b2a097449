/** What is stored of a person and is not in the files, each with its reason. Whatever is not here must be in a file. */

/** Kinds of items, whole. */
export const KINDS_LEFT_OUT: Readonly<Record<string, string>> = {
  'audience-row': 'Made from the standing, and made again from it: it says nothing that the standing does not.',
  'listed-rights-request': 'A copy of four fields of the request, by which requests are listed.',
  'listed-partner-notification': 'A copy of three fields of the notification, by which notifications are listed.',
  request: 'The hash of a call, by which it is known again.',
  expiry: 'On which day somebody looks whether something ends: it follows from the dates that are given.',
  due: 'That a message is tried again at a minute, which the message says itself.',
  waiting: 'That a message waits for a decision, which the message says itself.',
  'due-erasure': 'That an erasure is looked at once more.',
  chunk: 'Work that a worker has in hand for minutes: what came of it is an outcome then.',
  'waiting-page': 'Who comes up again, which their latest outcome says with its instant.',
  'export-job': 'How far these very files are: the request says that they were asked for, and when.',
  'exported-contact': 'The same.',
};

/** Fields: of any item by their name, of one kind with it before. */
export const FIELDS_LEFT_OUT: Readonly<Record<string, string>> = {
  pk: 'The key of the item: an id that is given beside it.',
  sk: 'The same.',
  entity: 'Given as the kind of the record.',
  v: 'The version of the shape of the item.',
  revision: 'Counts writes.',
  lock: 'The same.',
  chainStart: 'Where the timeline begins in the store.',
  expiresAt: 'Given as keptUntil, as an instant.',
  bodySha256: 'The hash of a call.',
  requestId: 'The same.',
  requests: 'The same.',
  apiKeyId: 'Which program of the advertiser recorded it: the key may be named after who holds it.',
  createdBy: 'The same.',
  decider: 'The name of who answered: theirs (GDPR art. 15, § 4).',
  'partner-notification to': 'Who at the partner received it: theirs.',
  ofContact: 'A key of an index.',
  ofDay: 'The same.',
  ofReference: 'The same.',
  ofProviderId: 'The same.',
  position: 'The same.',
  'sends by': 'The mark of a worker at a claim.',
  'campaign-job count': 'How many others: of all, not of the person.',
  'campaign-job examples': 'Ids of others beside the person’s own.',
  claimMonth: 'Which item holds the claim.',
  wrappedKey: 'The key, encrypted.',
  'message object': 'Where the text lies that is given with the message.',
  'message key': 'What opens it.',
  person: 'A keyed fingerprint of what the advertiser calls the person: it is said that there is a link.',
};
