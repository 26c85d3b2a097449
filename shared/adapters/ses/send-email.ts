import { type SESv2Client, SendEmailCommand } from '@aws-sdk/client-sesv2';
import type { HandOff, HandOffTags, Provider } from '#shared/app/send/providers.port.ts';
import type { OutgoingEmail } from '#shared/channels/email/rendering.ts';
import { contactTagOf } from '#shared/domain/contact/contact-tag.ts';
import type { AdvertiserId } from '#shared/domain/ids.ts';
import { answerOf } from '../providers/answer.ts';
import { within } from '../providers/clients.ts';
import { type ConfigurationSet, setFor } from './configuration-sets.ts';
import { fromHeader } from './from-header.ts';
import { missingIn, supply } from './tenants.ts';

const UTF8 = 'UTF-8';

/** What every mail is sent with. */
export interface EmailOptions {
  readonly sets: readonly ConfigurationSet[];
  readonly tenantOf: (advertiserId: AdvertiserId) => string;
}

/** Times that a mail is refused for its tenant before it is put back: no tenant, then no resource of it. */
const SUPPLIES = 2;

/**
 * The request for one mail: `Content.Simple` with headers, so that what was verified is what is sent; our ids as tags, by
 * which SES feedback finds the message again; the tenant of its advertiser; and no tracking, whatever the account has set.
 * https://docs.aws.amazon.com/ses/latest/APIReference-V2/API_SendEmail.html
 */
const sendEmailCommand = (mail: OutgoingEmail, tags: HandOffTags, set: string | undefined, tenant: string) =>
  new SendEmailCommand({
    FromEmailAddress: fromHeader(mail.from),
    Destination: { ToAddresses: [mail.to] },
    ConfigurationSetName: set,
    TenantName: tenant,
    ConfigurationOverrides: { Tracking: { OpenTrackingEnabled: 'DISABLED', ClickTrackingEnabled: 'DISABLED' } },
    EmailTags: [
      { Name: 'advertiserId', Value: tags.advertiserId },
      { Name: 'messageId', Value: tags.messageId },
      ...(tags.contactId === undefined ? [] : [{ Name: 'contactId', Value: contactTagOf(tags.contactId) }]),
      ...(tags.isAnswer === undefined ? [] : [{ Name: 'use', Value: 'code' }]),
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

/**
 * Hands one mail to SES, and sorts its answer. Where SES refuses it because the advertiser has no tenant yet, the tenant is
 * made and the mail handed over again: nothing of it was taken. Any other answer ends it. `client` comes from
 * `sendingSesClient`.
 */
export const emailBySes = (client: SESv2Client, { sets, tenantOf }: EmailOptions): Provider<OutgoingEmail> => {
  return async (mail, tags, { timeoutMs, validForSeconds }): Promise<HandOff> => {
    const tenant = tenantOf(tags.advertiserId);
    const command = sendEmailCommand(mail, tags, setFor(sets, validForSeconds), tenant);
    const inTime = within(timeoutMs);
    const handOver = async (supplies: number): Promise<HandOff> => {
      try {
        const { MessageId } = await client.send(command, inTime);
        return MessageId ? { answer: 'taken', providerMessageId: MessageId } : { answer: 'unknown', cause: 'no-id' };
      } catch (error) {
        const missing = supplies === 0 ? undefined : missingIn(error);
        const isSupplied =
          missing !== undefined &&
          (await supply(client, tenant, missing, inTime).then(
            () => true,
            () => false,
          ));
        return isSupplied ? handOver(supplies - 1) : answerOf(error);
      }
    };
    return handOver(SUPPLIES);
  };
};
