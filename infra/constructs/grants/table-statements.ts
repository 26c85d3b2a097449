import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Grant } from '#functions/manifest/grants.ts';
import { INDEX_ROOMS, ROOMS, type TableGrant } from '#functions/manifest/table-grants.ts';

/**
 * The IAM action of each verb. Transactions need no action of their own beyond those of their parts (Amazon DynamoDB, "IAM
 * policies for transactions"); `Scan` is in none.
 */
const ACTIONS = {
  get: 'dynamodb:GetItem',
  'get-many': 'dynamodb:BatchGetItem',
  query: 'dynamodb:Query',
  put: 'dynamodb:PutItem',
  update: 'dynamodb:UpdateItem',
  delete: 'dynamodb:DeleteItem',
  'delete-many': 'dynamodb:BatchWriteItem',
  check: 'dynamodb:ConditionCheckItem',
} as const;

const isVerb = (verb: string): verb is keyof typeof ACTIONS => verb in ACTIONS;
const isRoom = (room: string): room is keyof typeof ROOMS => room in ROOMS;
const isIndex = (index: string): index is keyof typeof INDEX_ROOMS => index in INDEX_ROOMS;

/** True for a grant on the table or on an index of it. */
export const isOfTable = (grant: Grant): grant is TableGrant => {
  const [verb = '', where = ''] = grant.split(':');
  return verb === 'list' ? isIndex(where) : isVerb(verb) && isRoom(where);
};

const reaching = (actions: readonly string[], arn: string, rooms: readonly string[]) =>
  new PolicyStatement({
    actions: [...actions],
    resources: [arn],
    conditions: { 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': rooms } },
  });

/** Actions that reach the same rooms are one statement: an action reaches those of its own and no others. */
export const tableStatements = (grants: readonly TableGrant[], tableArn: string): readonly PolicyStatement[] => {
  const roomsOf = new Map<string, Set<string>>();
  const indexes: PolicyStatement[] = [];
  for (const grant of new Set(grants)) {
    const [verb = '', where = ''] = grant.split(':');
    if (isIndex(where)) indexes.push(reaching([ACTIONS.query], `${tableArn}/index/${where}`, [INDEX_ROOMS[where]]));
    if (!(isVerb(verb) && isRoom(where))) continue;
    const action = ACTIONS[verb];
    roomsOf.set(action, (roomsOf.get(action) ?? new Set()).add(ROOMS[where]));
  }
  const alike = Map.groupBy(roomsOf, ([, rooms]) => [...rooms].sort().join(' '));
  const statements = [...alike].map(([rooms, actions]) =>
    reaching(
      actions.map(([action]) => action),
      tableArn,
      rooms.split(' '),
    ),
  );
  return [...statements, ...indexes];
};
