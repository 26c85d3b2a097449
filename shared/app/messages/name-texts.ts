import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import { Failure } from '#shared/domain/failure.ts';
import type { MessageId } from '#shared/domain/ids.ts';
import type { NamedTexts, OwnText } from './contents.port.ts';
import type { Messages } from './messages.port.ts';
import type { Draft } from './store-drafts.ts';

interface Ports {
  readonly namedTexts: Pick<NamedTexts, 'put' | 'remove'>;
  readonly messages: Pick<Messages, 'hasSecrets'>;
}

/** A message that is stored; `given`: its text, where the caller gave it whole. */
interface Stored {
  readonly draft: Draft;
  readonly given?: OwnText | undefined;
  readonly isNew: boolean;
}

/** A text that was given whole, with the messages of the call that have it. */
interface Given {
  readonly text: OwnText;
  readonly isNew: boolean;
  readonly messageIds: readonly MessageId[];
}

const givenWith = (stored: readonly (Stored | Failure)[]): ReadonlyMap<string, Given> => {
  const texts = new Map<string, Given>();
  for (const each of stored) {
    if (each instanceof Failure || each.given === undefined) continue;
    const { contentSha256, messageId } = each.draft.message;
    const { isNew = false, messageIds = [] } = texts.get(contentSha256) ?? {};
    const all = [...messageIds, messageId];
    texts.set(contentSha256, { text: each.given, isNew: isNew || each.isNew, messageIds: all });
  }
  return texts;
};

/**
 * Names the texts that stored messages gave whole, each once; also those of a repeat, since the call before may have failed in between. Never
 * one of a message that was refused, nor of one whose contact was erased. An erasure strips the message first and removes the name after; here the
 * name is written first and the message read after: so one of the two always removes it. Throws `dependency-unavailable`.
 */
export const nameTexts = async (
  { namedTexts, messages }: Ports,
  access: AdvertiserAccess,
  stored: readonly (Stored | Failure)[],
): Promise<void> => {
  const anyHasSecrets = async (messageIds: readonly MessageId[]): Promise<boolean> => {
    for (const messageId of messageIds) if (await messages.hasSecrets(access, messageId)) return true;
    return false;
  };
  const nameText = async ([sha256, { text, isNew, messageIds }]: readonly [string, Given]): Promise<void> => {
    // Others may have given the same text, which keeps its name.
    if (!isNew && !(await anyHasSecrets(messageIds))) return;
    await namedTexts.put(access, sha256, text);
    if (!(await anyHasSecrets(messageIds))) await namedTexts.remove(access, sha256);
  };
  await Promise.all([...givenWith(stored)].map(nameText));
};
