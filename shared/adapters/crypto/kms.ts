import { DecryptCommand, GenerateDataKeyCommand, InvalidCiphertextException, KMSClient } from '@aws-sdk/client-kms';
import type { AdvertiserId } from '#shared/domain/ids.ts';
import { keyAway, storedUnreadable } from '#shared/domain/unreadable.ts';
import { orUnavailable } from '../or-unavailable.ts';
import { STORE_TIMEOUTS_MS } from '../timeouts.ts';

/** The KMS client of this process. Region, unless one is named, credentials and endpoint come from the runtime's environment. */
export const kmsClient = (region?: string): KMSClient =>
  new KMSClient({ requestHandler: STORE_TIMEOUTS_MS, maxAttempts: 3, ...(region === undefined ? {} : { region }) });

/** Opens what KMS encrypted for an advertiser. Throws `stored-unreadable` while KMS does not. */
export type OpenByKms = (advertiserId: AdvertiserId, encrypted: Uint8Array) => Promise<Uint8Array>;
/** 256 random bits, in clear and as KMS encrypted them for an advertiser. Throws `stored-unreadable`. */
export type MakeByKms = (
  advertiserId: AdvertiserId,
) => Promise<{ readonly key: Uint8Array; readonly encrypted: Uint8Array }>;

/**
 * Whose the key is, and of which stage: KMS opens it with the same words alone, the policies of functions ask for them, and
 * CloudTrail shows them.
 */
const contextOf = (advertiserId: AdvertiserId, stage: string) => ({ advertiser: advertiserId, stage });

/**
 * Whatever KMS answers, what is encrypted cannot be read now: tried again, never allowed, never refused, and an opposition is recorded beside it, as
 * beside a contact that is damaged. Bytes that KMS can never open are damaged; anything else passes.
 */
const unreachable = (cause: unknown) =>
  cause instanceof InvalidCiphertextException ? storedUnreadable(cause) : keyAway(cause);
const KEY_BYTES = 32;

/** A key of another size would encrypt something else. */
const whole = (key: Uint8Array | undefined): Uint8Array => {
  if (key?.length !== KEY_BYTES) throw storedUnreadable();
  return key;
};

/** With the key that the bytes name, which the function must have a right to. */
export const openByKms =
  (client: KMSClient, stage: string): OpenByKms =>
  async (advertiserId, CiphertextBlob) => {
    const command = new DecryptCommand({ CiphertextBlob, EncryptionContext: contextOf(advertiserId, stage) });
    const { Plaintext } = await orUnavailable(client.send(command), unreachable);
    return whole(Plaintext);
  };

/** Under this key: the customer key of the stage, or the key of the archive. */
export const makeByKms =
  (client: KMSClient, stage: string, KeyId: string): MakeByKms =>
  async (advertiserId) => {
    const EncryptionContext = contextOf(advertiserId, stage);
    const command = new GenerateDataKeyCommand({ KeyId, EncryptionContext, NumberOfBytes: KEY_BYTES });
    const { Plaintext, CiphertextBlob } = await orUnavailable(client.send(command), unreachable);
    if (CiphertextBlob === undefined) throw unreachable(undefined);
    return { key: whole(Plaintext), encrypted: CiphertextBlob };
  };
