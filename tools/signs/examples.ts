import { type Passages, passagesOf, plain } from '#shared/domain/message/signs/reading.ts';
import { shownIn, wordsIn } from '#shared/domain/message/signs/shown.ts';
import { isTransactional, type LabelledMessage, textsOf } from './labelled.ts';
import type { Example } from './learn.ts';

const bare = (sentence: string): string =>
  plain(sentence.replaceAll('~', ''))
    .replace(/[^a-z0-9§]+/g, ' ')
    .trim();

/** Which sentences stand within what the message marks as promoting. */
const promotingOf = ({ promotes }: LabelledMessage, { sentences }: Passages): readonly boolean[] | undefined => {
  const marked = (promotes ?? []).map((part) => ` ${bare(part)} `);
  const promoting = sentences.map((sentence) => marked.some((part) => part.includes(` ${bare(sentence)} `)));
  return promoting.includes(true) ? promoting : undefined;
};

/** Messages of little more words than those that are judged so teach as well. */
const FEW_TEACH = 24;

/** A labelled message as it is learned from: its texts and its merge values. */
export const exampleOf = (message: LabelledMessage): Example => {
  const { reason, ownHosts = [], values = {} } = message;
  const passages = passagesOf([...textsOf(message), ...Object.values(values)]);
  const promoting = promotingOf(message, passages);
  return {
    ...shownIn(passages, { reason, ownHosts }),
    promotes: !isTransactional(message),
    teachesFew: wordsIn(passages.sentences) < FEW_TEACH,
    ...(promoting === undefined ? {} : { promoting }),
  };
};
