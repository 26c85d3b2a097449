import { randomBytes } from 'node:crypto';
import { answerSecretsManager, SECRETS_MANAGER_CONTENT_TYPE } from '../emulators/secrets-manager.ts';
import { at, numberOf, objectOf, parseJson, textOf } from '../template/json.ts';
import type { Model, Resource } from '../template/model.ts';
import { jsonAnswer } from './answers.ts';
import type { AwsService } from './endpoint.ts';

const LETTERS_AND_DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
/** The largest multiple of the alphabet's size in a byte: what lies above would favour the first letters. */
const FAIR_BYTES = 256 - (256 % LETTERS_AND_DIGITS.length);

const randomText = (length: number): string => {
  let text = '';
  while (text.length < length) {
    const [byte = 0] = randomBytes(1);
    if (byte < FAIR_BYTES) text += LETTERS_AND_DIGITS[byte % LETTERS_AND_DIGITS.length];
  }
  return text;
};

const secretText = (secret: Resource): string => {
  const generate = secret.properties.GenerateSecretString;
  if (generate === undefined) return textOf(secret.properties.SecretString);
  const password = randomText(numberOf(at(generate, 'PasswordLength'), 32));
  const key = textOf(at(generate, 'GenerateStringKey'));
  if (key === '') return password;
  return JSON.stringify({ ...objectOf(parseJson(textOf(at(generate, 'SecretStringTemplate')))), [key]: password });
};

/** A secret to which more is added than its template has, by its ARN or name. */
interface CompletedSecret {
  readonly id: string;
  readonly completed: (text: string) => string;
}

/** The secrets of the template by ARN and by name: those that are kept, and the others with fresh values; `more`: to which something is added. */
export const makeSecrets = (
  model: Model,
  kept: Readonly<Record<string, string>> = {},
  more?: CompletedSecret,
): ReadonlyMap<string, string> =>
  new Map(
    model.ofType('AWS::SecretsManager::Secret').flatMap((secret) => {
      const own = kept[secret.name] ?? secretText(secret);
      const text = more !== undefined && [secret.arn, secret.name].includes(more.id) ? more.completed(own) : own;
      return [[secret.arn, text] as const, [secret.name, text] as const];
    }),
  );

/** Secrets Manager over those secrets: it lists them, and gives each. */
export const createSecretsService = (secrets: ReadonlyMap<string, string>, model: Model): AwsService => {
  const answer = answerSecretsManager(secrets);
  return async (call) => {
    if (call.operation === 'ListSecrets') {
      const listed = model.ofType('AWS::SecretsManager::Secret').map(({ arn, name }) => ({ ARN: arn, Name: name }));
      return jsonAnswer({ SecretList: listed });
    }
    const { status, body } = answer(call.headers['x-amz-target'] ?? '', call.body.toString('utf8'));
    return { status, headers: { 'content-type': SECRETS_MANAGER_CONTENT_TYPE }, body };
  };
};
