import { z } from 'zod';

/** By what each channel leaves that a deployment hands over itself: one way each, so far. */
export const Routes = z.strictObject({
  email: z
    .literal(['ses'], 'mail leaves by `ses` (Amazon SES), and this version has no other route for it')
    .optional()
    .describe('What e-mail leaves by: Amazon SES.'),
  sms: z
    .literal(['sns'], 'SMS leave by `sns` (Amazon SNS), and this version has no other route for them')
    .optional()
    .describe('What SMS leave by: Amazon SNS, which sends them through AWS End User Messaging.'),
});
export type Routes = z.infer<typeof Routes>;

/** Why a channel cannot be given a route: who sends on any other channel asks for a verdict, and sends by itself. */
export const noRouteFor = (channel: string): string =>
  `\`${channel}\` has no route: this version hands over ${Object.keys(Routes.shape).join(' and ')} alone, and gives verdicts for the other channels`;
