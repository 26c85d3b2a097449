import { at, type Json, type JsonObject, listOf, objectOf, textOf } from '../../template/json.ts';
import { type Check, textsOf } from './check.ts';

/** Conditions of policies that this deployment uses; AWS has more, and refuses what is none of its own. */
const OPERATORS =
  /^(?:ForAllValues:|ForAnyValue:)?(?:String(?:Not)?(?:Equals|Like)(?:IgnoreCase)?|Arn(?:Not)?(?:Equals|Like)|Bool|Numeric\w+|Date\w+|Null|IpAddress)(?:IfExists)?$/;
const KEYS =
  /^(?:aws:(?:SecureTransport|SourceAccount|SourceArn|CalledViaLast)|AWS:Source(?:Account|Arn)|kms:ViaService|kms:EncryptionContextKeys|kms:EncryptionContext:[\w:-]+|dynamodb:\w+|events:[\w-]+|ses:\w+|sms-voice:\w+|bedrock:InferenceProfileArn)$/;
/** `service:Action`, with wildcards. */
const ACTION = /^(?:\*|[a-z0-9-]+:[A-Za-z*]+)$/;
const SERVICE = /^[a-z0-9-]+(?:\.[a-z]{2}-[a-z]+-\d)?\.amazonaws\.com$/;
/** Actions of keys that policies of keys name (Service Authorization Reference, AWS KMS), without what follows a wildcard. */
const KEY_ACTIONS = [
  '*',
  'Encrypt',
  'Decrypt',
  'ReEncrypt*',
  'ReEncryptFrom',
  'ReEncryptTo',
  'GenerateDataKey',
  'GenerateDataKey*',
  'GenerateDataKeyWithoutPlaintext',
  'DescribeKey',
  'CreateGrant',
];

type Kind = 'identity' | 'trust' | 'resource';

const principalProblem = (statement: Json, kind: Kind): string | undefined => {
  const principal = at(statement, 'Principal');
  if (kind === 'identity') return principal === undefined ? undefined : 'a principal where none may be';
  if (principal === '*') return undefined;
  const named = Object.entries(objectOf(principal));
  const isGood = ([type, values]: readonly [string, Json | undefined]) =>
    (type === 'Service' && textsOf(values).every((service) => SERVICE.test(service)) && textsOf(values).length > 0) ||
    (type === 'AWS' && textsOf(values).every((one) => one === '*' || /^arn:aws:iam::\d{12}:root$/.test(one)));
  return named.length > 0 && named.every(isGood) ? undefined : 'nobody whom it is for';
};

const conditionProblem = (statement: Json): string | undefined => {
  const condition = at(statement, 'Condition');
  if (condition === undefined) return undefined;
  const operators = Object.entries(objectOf(condition));
  const isGood = ([operator, keys]: readonly [string, Json | undefined]) =>
    OPERATORS.test(operator) &&
    Object.keys(objectOf(keys)).length > 0 &&
    Object.keys(objectOf(keys)).every((key) => KEYS.test(key));
  return operators.length > 0 && operators.every(isGood) ? undefined : 'a condition that AWS does not know';
};

const actionProblem = (statement: Json): string | undefined => {
  const actions = [...textsOf(at(statement, 'Action')), ...textsOf(at(statement, 'NotAction'))];
  const isKnown = (action: string) =>
    ACTION.test(action) && (!action.startsWith('kms:') || KEY_ACTIONS.includes(action.slice('kms:'.length)));
  return actions.length > 0 && actions.every(isKnown) ? undefined : 'no action that AWS knows';
};

const statementProblem = (statement: Json, kind: Kind): string | undefined => {
  if (!['Allow', 'Deny'].includes(textOf(at(statement, 'Effect')))) return 'neither Allow nor Deny';
  const resources = [...textsOf(at(statement, 'Resource')), ...textsOf(at(statement, 'NotResource'))];
  const isOf =
    kind === 'trust'
      ? resources.length === 0
      : resources.length > 0 && resources.every((one) => one === '*' || one.startsWith('arn:aws:'));
  if (!isOf) return 'no resource that it is of';
  return actionProblem(statement) ?? principalProblem(statement, kind) ?? conditionProblem(statement);
};

type Documents = (properties: JsonObject) => readonly (readonly [document: Json | undefined, kind: Kind])[];

const only =
  (property: string, kind: Kind): Documents =>
  (properties) => [[properties[property], kind]];

/** The policies that a resource of each type holds. */
const DOCUMENTS: Readonly<Record<string, Documents>> = {
  'AWS::IAM::Policy': only('PolicyDocument', 'identity'),
  'AWS::IAM::Role': ({ AssumeRolePolicyDocument, Policies }) => [
    [AssumeRolePolicyDocument, 'trust'],
    ...listOf(Policies).map((policy) => [at(policy, 'PolicyDocument'), 'identity'] as const),
  ],
  'AWS::SQS::QueuePolicy': only('PolicyDocument', 'resource'),
  'AWS::SNS::TopicPolicy': only('PolicyDocument', 'resource'),
  'AWS::S3::BucketPolicy': only('PolicyDocument', 'resource'),
  'AWS::KMS::Key': only('KeyPolicy', 'resource'),
};

const documentProblems = (document: Json | undefined, kind: Kind): readonly string[] => {
  const statements = listOf(at(document, 'Statement'));
  if (statements.length === 0) return ['no statement'];
  return statements.map((statement) => statementProblem(statement, kind)).filter((one) => one !== undefined);
};

/** What IAM refuses when a policy is put: a statement that is none (IAM, "Grammar of the IAM JSON policy language"). */
export const checkLanguage: Check = ({ model }) =>
  model
    .ofType(...Object.keys(DOCUMENTS))
    .flatMap(({ logicalId, type, properties }) =>
      (DOCUMENTS[type]?.(properties) ?? [])
        .flatMap(([document, kind]) => documentProblems(document, kind))
        .map((problem) => `AWS refuses the policy ${logicalId}: ${problem}.`),
    );
