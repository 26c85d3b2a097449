import type { Connect } from '#infra/routes/connect.ts';
import type { CallsAccount } from './account.ts';
import { type Finding, fail, ok, warn } from './finding.ts';

/** What there is of the instance of Amazon Connect that the settings name, and of its numbers. */
export const ofCalls = (account: CallsAccount | undefined, { numbers }: Connect): readonly Finding[] => {
  const about = 'calls by Amazon Connect';
  if (account === undefined)
    return [fail(about, 'there is no such instance', 'Name yours as `connect.instanceArn`: Aval makes none.')];
  return [
    account.isActive
      ? ok(about, 'the instance is there')
      : fail(about, 'the instance is not active', 'Look at it in the console of Amazon Connect.'),
    account.callsOut
      ? ok(about, 'it may call')
      : fail(about, 'it may not call anybody', 'Turn outbound calls on: console of Amazon Connect, "Telephony".'),
    // What Service Quotas says of the type of these calls is of each instance, and of none where nobody asked.
    warn(
      about,
      'whether AWS agreed to calls of this type is not asked: of a new instance none may be made at once',
      'Ask for "Concurrent campaign active calls per instance": Service Quotas, Amazon Connect.',
    ),
    ...numbers.map((number) =>
      account.numbers.includes(number)
        ? ok(`number ${number}`, 'it is one of the instance')
        : fail(`number ${number}`, 'it is none of the instance', 'Claim or port it there: Aval claims none.'),
    ),
  ];
};
