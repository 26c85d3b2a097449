const PSEUDO: Readonly<Record<string, string>> = {
  'AWS::Partition': 'aws',
  'AWS::AccountId': '111122223333',
  'AWS::Region': 'eu-central-1',
};
/** What nobody knows before the deployment is taken for as long as the ARN of a function of ours. */
const UNKNOWN = 'arn:aws:lambda:eu-central-1:111122223333:function:aval-production-release-reviewed-messages-aaaaaaaa';

/** A value as CloudFormation fills it, as long as it may become. */
export const filled = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(filled);
  if (typeof value !== 'object' || value === null) return value;
  const [[name = '', argument] = [], ...more] = Object.entries(value);
  if (more.length === 0 && name === 'Ref') return PSEUDO[String(argument)] ?? UNKNOWN;
  if (more.length === 0 && name === 'Fn::Join') return (argument[1] as unknown[]).map(filled).join(argument[0]);
  if (more.length === 0 && name.startsWith('Fn::')) return UNKNOWN;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, filled(one)]));
};

/** Characters of a value as AWS counts it once it is filled, without spaces. */
export const lengthOf = (value: unknown): number => JSON.stringify(filled(value)).length;
