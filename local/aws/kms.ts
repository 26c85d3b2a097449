import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { type JsonObject, numberOf, objectOf, textOf } from '../template/json.ts';
import type { Model } from '../template/model.ts';
import { errorAnswer, jsonAnswer } from './answers.ts';
import type { AwsAnswer, AwsCall } from './call.ts';
import type { AwsService } from './endpoint.ts';

const NONCE_BYTES = 12;
const TAG_BYTES = 16;
/** A request of KMS encrypts 4 KiB at most. */
const MOST_BYTES = 4096;

/** The material of the keys of the template, in base64 by the name of the key: what is kept, and else fresh ones. */
export const makeKeyMaterial = (
  model: Model,
  kept: Readonly<Record<string, string>> = {},
): ReadonlyMap<string, string> =>
  new Map(
    model.ofType('AWS::KMS::Key').map(({ name }) => [name, kept[name] ?? randomBytes(32).toString('base64')] as const),
  );

/** The words that a ciphertext is bound to, in whichever order they were said. */
const boundTo = (context: JsonObject): Buffer =>
  Buffer.from(JSON.stringify(Object.entries(context).sort(([one], [other]) => (one < other ? -1 : 1))));

/** What KMS answers in the place of a result. */
class Refused extends Error {
  readonly code: string;
  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

const bytesIn = (input: JsonObject, name: string): Buffer => {
  const bytes = Buffer.from(textOf(input[name]), 'base64');
  if (bytes.length === 0 || bytes.length > 2 * MOST_BYTES)
    throw new Refused('ValidationException', `${name} is missing, or too long.`);
  return bytes;
};

/**
 * KMS over the keys of the template: Encrypt, Decrypt and GenerateDataKey with an encryption context (AWS KMS API Reference). A ciphertext
 * names its key, so that Decrypt needs no `KeyId`; with other words than it was made with it does not open.
 */
export const createKmsService = (model: Model, material: ReadonlyMap<string, string>): AwsService => {
  const keyOf = (id: string) => {
    const found = model.find(id, 'AWS::KMS::Key');
    const base64 = found && material.get(found.name);
    if (found === undefined || base64 === undefined)
      throw new Refused('NotFoundException', `Key '${id}' does not exist`);
    return { arn: found.arn, name: found.name, secret: Buffer.from(base64, 'base64') };
  };
  const seal = (id: string, text: Uint8Array, context: JsonObject) => {
    const { arn, name, secret } = keyOf(id);
    const nonce = randomBytes(NONCE_BYTES);
    const cipher = createCipheriv('aes-256-gcm', secret, nonce).setAAD(boundTo(context));
    const body = Buffer.concat([cipher.update(text), cipher.final(), cipher.getAuthTag()]);
    const blob = Buffer.concat([Buffer.from([name.length]), Buffer.from(name), nonce, body]);
    return { KeyId: arn, CiphertextBlob: blob.toString('base64') };
  };
  const open = (blob: Buffer, context: JsonObject) => {
    const nameLength = blob[0] ?? 0;
    const name = blob.subarray(1, 1 + nameLength).toString('utf8');
    const rest = blob.subarray(1 + nameLength);
    const secret = material.get(name);
    if (secret === undefined || rest.length < NONCE_BYTES + TAG_BYTES)
      throw new Refused('InvalidCiphertextException', '');
    const nonce = rest.subarray(0, NONCE_BYTES);
    const decipher = createDecipheriv('aes-256-gcm', Buffer.from(secret, 'base64'), nonce, {
      authTagLength: TAG_BYTES,
    });
    decipher.setAAD(boundTo(context)).setAuthTag(rest.subarray(-TAG_BYTES));
    try {
      const text = Buffer.concat([decipher.update(rest.subarray(NONCE_BYTES, -TAG_BYTES)), decipher.final()]);
      return { KeyId: keyOf(name).arn, Plaintext: text.toString('base64') };
    } catch {
      throw new Refused('InvalidCiphertextException', '');
    }
  };
  const answer = ({ operation, input }: AwsCall): JsonObject => {
    const context = objectOf(input.EncryptionContext);
    if (operation === 'Encrypt') return seal(textOf(input.KeyId), bytesIn(input, 'Plaintext'), context);
    if (operation === 'GenerateDataKey') {
      const size = textOf(input.KeySpec) === 'AES_128' ? 16 : numberOf(input.NumberOfBytes, 32);
      const key = randomBytes(size);
      return { ...seal(textOf(input.KeyId), key, context), Plaintext: key.toString('base64') };
    }
    if (operation !== 'Decrypt') throw new Refused('UnknownOperationException', `not emulated: ${operation}`);
    const opened = open(bytesIn(input, 'CiphertextBlob'), context);
    const asked = textOf(input.KeyId);
    if (asked !== '' && keyOf(asked).arn !== opened.KeyId)
      throw new Refused(
        'IncorrectKeyException',
        'The key ID in the request does not identify a CMK that can perform this operation.',
      );
    return opened;
  };
  return async (call): Promise<AwsAnswer> => {
    try {
      return jsonAnswer(answer(call));
    } catch (error) {
      if (error instanceof Refused) return errorAnswer(call, 400, error.code, error.message);
      throw error;
    }
  };
};
