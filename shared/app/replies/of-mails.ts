import type { AddressKind } from '#shared/channels/record.ts';
import { addressKindOf, familyOf } from '#shared/domain/message/channel.ts';
import type { OppositionScope } from '#shared/domain/opposition/opposition.ts';

/** What mails are written to and from. */
export const KIND_OF_MAILS: AddressKind = addressKindOf('email') ?? 'email';

/** What a mail opposes: mails. */
export const ALL_MAILS: OppositionScope = { scope: 'channel', channels: [...familyOf('email')] };
