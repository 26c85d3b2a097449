import { DeleteItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import type { Clock } from '#shared/app/clock.port.ts';
import type { NamedTexts } from '#shared/app/messages/contents.port.ts';
import { dependencyUnavailable } from '#shared/domain/failure.ts';
import { readStored } from '#shared/domain/read-stored.ts';
import { addDays, epochSeconds } from '#shared/domain/time/instant.ts';
import { readable, unharmed } from '#shared/domain/unreadable.ts';
import { contextOfText } from '../../crypto/encryption-context.ts';
import type { Vault } from '../../crypto/vault.ts';
import { namedTextKey } from '../keys.ts';
import { getItem, isExpired, orUnreachable, type Table, toImage } from '../table.ts';
import { NamedTextItem, OwnTextStored } from './text-items.ts';

/** Days for which a text can be named by its hash after it was last given whole. */
const NAMED_DAYS = 30;

const unreachable = (cause: unknown) => dependencyUnavailable('The store of texts', cause);

/** Texts by their names on DynamoDB: what opens each is encrypted under a key of the advertiser. */
export const namedTextsOf = (deps: Table & { readonly vault: Vault; readonly clock: Clock }): NamedTexts => ({
  put: async (access, sha256, text) => {
    const key = await deps.vault.newKey(access.advertiserId);
    const ciphertext = deps.vault.encrypt(key, JSON.stringify(text), contextOfText(access, sha256));
    const expiresAt = epochSeconds(addDays(deps.clock.now(), NAMED_DAYS));
    const item = { ...namedTextKey(access, sha256), entity: 'named-text', v: 1, ciphertext, expiresAt };
    const Item = toImage({ ...item, wrappedKey: key.wrapped });
    await orUnreachable(deps.client.send(new PutItemCommand({ TableName: deps.tableName, Item })), unreachable);
  },
  find: async (access, sha256) => {
    const item = await getItem(deps, namedTextKey(access, sha256), unreachable);
    if (item === undefined || isExpired(item, deps.clock)) return undefined;
    const { ciphertext, wrappedKey } = readable(() => readStored(NamedTextItem, item));
    const key = await unharmed(deps.vault.unwrap(access.advertiserId, wrappedKey));
    const clear = readable(() => deps.vault.decrypt(key, ciphertext, contextOfText(access, sha256)));
    return readable(() => OwnTextStored.parse(JSON.parse(clear)));
  },
  remove: async (access, sha256) => {
    const Key = toImage(namedTextKey(access, sha256));
    await orUnreachable(deps.client.send(new DeleteItemCommand({ TableName: deps.tableName, Key })), unreachable);
  },
});
