import { type SESv2Client, SendEmailCommand } from '@aws-sdk/client-sesv2';
import type { HandOff, Provider } from '#shared/app/send/providers.port.ts';
import type { MessageReference } from '#shared/app/send/send-queue.port.ts';
import type { OutgoingEmail } from '#shared/channels/email/rendering.ts';
import { answerOf } from '../providers/answer.ts';
import { within } from '../providers/clients.ts';
import { fromHeader } from './from-header.ts';

const UTF8 = 'UTF-8';

/**
 * The request for one mail: `Content.Simple` with headers, so that what was verified is what is sent, and our ids as
 * tags, by which SES feedback finds the message again.
 * https://docs.aws.amazon.com/ses/latest/APIReference-V2/API_SendEmail.html
 */
const sendEmailCommand = (mail: OutgoingEmail, tags: MessageReference, configurationSet: string) =>
  new SendEmailCommand({
    FromEmailAddress: fromHeader(mail.from),
    Destination: { ToAddresses: [mail.to] },
    ConfigurationSetName: configurationSet,
    EmailTags: [
      { Name: 'advertiserId', Value: tags.advertiserId },
      { Name: 'messageId', Value: tags.messageId },
    ],
    Content: {
      Simple: {
        Subject: { Data: mail.subject, Charset: UTF8 },
        Body: {
          Text: { Data: mail.text, Charset: UTF8 },
          ...(mail.html === undefined ? {} : { Html: { Data: mail.html, Charset: UTF8 } }),
        },
        Headers: mail.headers.map(({ name, value }) => ({ Name: name, Value: value })),
      },
    },
  });

/** Hands one mail to SES with one attempt, and sorts its answer. `client` comes from `sendingSesClient`. */
export const emailBySes =
  (client: SESv2Client, configurationSet: string): Provider<OutgoingEmail> =>
  async (mail, tags, timeoutMs): Promise<HandOff> => {
    try {
      const { MessageId } = await client.send(sendEmailCommand(mail, tags, configurationSet), within(timeoutMs));
      return MessageId ? { answer: 'taken', providerMessageId: MessageId } : { answer: 'unknown', cause: 'no-id' };
    } catch (error) {
      return answerOf(error);
    }
  };
