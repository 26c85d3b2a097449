import type { Deployment } from '../deployment.ts';

/** Functions, queues, topics and buckets of a deployment, by name, and where each leads: `a` puts on `b`, or `b` is fed by `a`. */
type Ways = ReadonlyMap<string, ReadonlySet<string>>;

/**
 * What Lambda follows from one run of a function to the next (AWS Lambda, "Use Lambda recursive loop detection to prevent infinite
 * loops"): what it puts on SQS, SNS and S3, and calls of functions. A table, its stream and a bus of events end a chain.
 */
const FOLLOWED = /^(sqs:SendMessage|sns:Publish|s3:PutObject|lambda:InvokeFunction)/;

const listOf = <T>(value: T | readonly T[] | undefined): readonly T[] =>
  Array.isArray(value) ? value : value === undefined ? [] : [value as T];

const NAMES = ['QueueName', 'TopicName', 'BucketName', 'FunctionName'];
const SERVICE = /:(sqs|sns|s3|lambda):/;

/** Makes each value of a template the service and name of what it leads to, also through the parameters between stacks. */
const namer = (deployment: Deployment) => {
  const passed = new Map(
    deployment.all('AWS::SSM::Parameter').map((parameter) => [parameter.Properties.Name, parameter]),
  );
  const named = (stack: string, id: string): string | undefined => {
    const { Type, Properties } = deployment.templates.get(stack)?.Resources[id] ?? {};
    if (Type === undefined) return undefined;
    const found = NAMES.map((name) => Properties?.[name]).find((value) => typeof value === 'string');
    return `${Type.split('::')[1]?.toLowerCase()}:${found ?? `${stack}/${id}`}`;
  };
  const ofParameter = (name: string): string => {
    const parameter = passed.get(name);
    return parameter === undefined ? name : read(parameter.stack, parameter.Properties.Value);
  };
  const read = (stack: string, value: unknown): string => {
    if (typeof value !== 'object' || value === null) return String(value);
    const [[intrinsic, argument] = []] = Object.entries(value);
    if (intrinsic === 'Fn::Join') return argument[1].map((part: unknown) => read(stack, part)).join(argument[0]);
    const id = String(intrinsic === 'Fn::GetAtt' ? argument[0] : argument);
    const parameter = deployment.templates.get(stack)?.Parameters?.[id]?.Default;
    return named(stack, id) ?? (parameter === undefined ? id : ofParameter(parameter));
  };
  return (stack: string, value: unknown): string => {
    const whole = read(stack, value);
    const name = whole.startsWith('arn:') ? `${SERVICE.exec(whole)?.[1]}:${whole.split(':').at(-1)}` : whole;
    // Of objects their bucket.
    return name.replace(/\/([a-z-]+\/)?\*$/, '');
  };
};

/** Each way that Lambda follows, of what is deployed. */
const waysIn = (deployment: Deployment): Ways => {
  const ways = new Map<string, Set<string>>();
  const lead = (from: string, to: string) => ways.set(from, (ways.get(from) ?? new Set()).add(to));
  const nameOf = namer(deployment);
  const functions = deployment.all('AWS::Lambda::Function');
  for (const { stack, Properties } of functions) {
    const role = Properties.Role['Fn::GetAtt'][0];
    const own = deployment
      .policies()
      .filter((policy) => policy.stack === stack && policy.Properties.Roles[0].Ref === role);
    for (const policy of own)
      for (const { Action, Resource: resources } of policy.Properties.PolicyDocument.Statement)
        if (listOf<string>(Action).some((action) => FOLLOWED.test(action)))
          for (const each of listOf<unknown>(resources)) lead(`lambda:${Properties.FunctionName}`, nameOf(stack, each));
  }
  for (const { stack, Properties } of deployment.all('AWS::Lambda::EventSourceMapping'))
    lead(nameOf(stack, Properties.EventSourceArn), nameOf(stack, Properties.FunctionName));
  for (const { stack, Properties } of deployment.all('AWS::SNS::Subscription')) {
    lead(nameOf(stack, Properties.TopicArn), nameOf(stack, Properties.Endpoint));
    const kept = Properties.RedrivePolicy?.deadLetterTargetArn;
    if (kept !== undefined) lead(nameOf(stack, Properties.TopicArn), nameOf(stack, kept));
  }
  // What is given up goes on with all that is known of it.
  for (const queue of deployment.all('AWS::SQS::Queue')) {
    const kept = queue.Properties.RedrivePolicy?.deadLetterTargetArn;
    if (kept !== undefined) lead(nameOf(queue.stack, { Ref: queue.id }), nameOf(queue.stack, kept));
  }
  for (const bucket of deployment.all('AWS::S3::Bucket')) {
    const { LambdaConfigurations, QueueConfigurations, TopicConfigurations } =
      bucket.Properties?.NotificationConfiguration ?? {};
    const heard = [
      ...listOf(LambdaConfigurations).map((each) => (each as { Function: unknown }).Function),
      ...listOf(QueueConfigurations).map((each) => (each as { Queue: unknown }).Queue),
      ...listOf(TopicConfigurations).map((each) => (each as { Topic: unknown }).Topic),
    ];
    for (const each of heard) lead(nameOf(bucket.stack, { Ref: bucket.id }), nameOf(bucket.stack, each));
  }
  return ways;
};

/** The names of the functions that may meet themselves again by ways that Lambda follows, sorted. */
export const goingRound = (deployment: Deployment): readonly string[] => {
  const ways = waysIn(deployment);
  const comesBack = (name: string): boolean => {
    const reached = new Set<string>();
    const open = [...(ways.get(name) ?? [])];
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      if (reached.has(next)) continue;
      reached.add(next);
      open.push(...(ways.get(next) ?? []));
    }
    return reached.has(name);
  };
  return deployment
    .all('AWS::Lambda::Function')
    .map(({ Properties }): string => Properties.FunctionName)
    .filter((name) => comesBack(`lambda:${name}`))
    .sort();
};
