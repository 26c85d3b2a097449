import { z } from 'zod';

/** Where Amazon Connect is, and calls numbers of France unless AWS closed it (Amazon Connect, "Countries that call centers can call by default", 2026-11-29). */
const CALLS_FRANCE: readonly string[] = ['eu-central-1', 'eu-west-2'];

/** What calls leave by. */
export const Connect = z
  .strictObject({
    instanceArn: z
      .string()
      .regex(
        /^arn:aws:connect:[a-z]{2}(?:-[a-z]+)+-\d+:\d{12}:instance\/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/,
        'not the ARN of an instance of Amazon Connect: `arn:aws:connect:eu-central-1:…:instance/…`',
      )
      .describe(
        'The instance of Amazon Connect that calls. It is yours: Aval creates none and deletes none, and adds one flow to it.',
      ),
    numbers: z
      .array(z.string().regex(/^\+[1-9]\d{6,14}$/, 'a number in E.164, such as `+33162000000`'))
      .min(1, 'calls leave by no number: name one of the instance')
      .max(50, 'more than 50: what a function is given has room for no more')
      .describe(
        'Numbers of the instance that advertisers may show, each as their `callerId`: a call of any other is kept for a human.',
      ),
    requestsPerSecond: z
      .int('not a whole number')
      .positive('not above zero')
      .optional()
      .describe(
        'Calls that it begins a second; campaigns go no faster. AWS takes two of an account and Region unless it agreed to more.',
      ),
    isEnding: z
      .literal(true)
      .optional()
      .describe(
        'No call leaves by it any more, and keys are still received in calls that go on, and their ends. Leave it so for an hour after the route changed.',
      ),
  })
  .describe('The instance of Amazon Connect by which calls leave by `connect`: see providers.md.');
export type Connect = z.infer<typeof Connect>;

interface Stage {
  readonly stage: string;
  readonly region: string;
  readonly isLocal: boolean;
  readonly connect?: Connect | undefined;
}

/** Throws an `Error` with a sentence for the deployer where the instance is not in the Region of the stage, or that Region calls no number of France. */
export const refuseRegionOfCalls = ({ stage, region, isLocal, connect }: Stage): void => {
  if (connect === undefined || isLocal) return;
  const setting = `\`stages.${stage}.connect.instanceArn\``;
  if (!CALLS_FRANCE.includes(region))
    throw new Error(
      `${setting}: Amazon Connect calls no number of France from ${region}, where this stage is (Amazon Connect, "Countries that call centers can call by default"): deploy a stage with calls in ${CALLS_FRANCE.join(' or ')}, or have them leave by another route.`,
    );
  const own = connect.instanceArn.split(':')[3];
  if (own !== region)
    throw new Error(
      `${setting} is in ${own}, and this stage in ${region}: what is said and answered stays in its Region, so name an instance of ${region}.`,
    );
};
