/**
 * Secrets Manager as the AWS SDK speaks to it: JSON 1.1 over POST, the operation in `X-Amz-Target`. Only what our
 * functions use: `GetSecretValue`, by name or ARN.
 */
export interface SecretsManagerAnswer {
  readonly status: number;
  readonly body: string;
}

/** The wire content type of the protocol. */
export const SECRETS_MANAGER_CONTENT_TYPE = 'application/x-amz-json-1.1';

const refuse = (type: string, message: string): SecretsManagerAnswer => ({
  status: 400,
  body: JSON.stringify({ __type: type, Message: message }),
});

const secretIdOf = (body: string): string | undefined => {
  try {
    const { SecretId } = JSON.parse(body) as { SecretId?: unknown };
    return typeof SecretId === 'string' && SecretId !== '' ? SecretId : undefined;
  } catch {
    return undefined;
  }
};

/** Answers one call from a map of secrets by name or ARN; pure. `target` is the `X-Amz-Target` header. */
export const answerSecretsManager =
  (secrets: ReadonlyMap<string, string>) =>
  (target: string, body: string): SecretsManagerAnswer => {
    if (target !== 'secretsmanager.GetSecretValue') return refuse('UnknownOperationException', 'not emulated');
    const id = secretIdOf(body);
    if (id === undefined) return refuse('InvalidParameterException', 'SecretId is missing.');
    const secret = secrets.get(id);
    if (secret === undefined) {
      return refuse('ResourceNotFoundException', "Secrets Manager can't find the specified secret.");
    }
    const answer = { ARN: id, Name: id, SecretString: secret, VersionStages: ['AWSCURRENT'] };
    return { status: 200, body: JSON.stringify(answer) };
  };
