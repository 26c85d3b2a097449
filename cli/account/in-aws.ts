import { GetAccountCommand, PutAccountDeliveryAttributesCommand, SESv2Client } from '@aws-sdk/client-sesv2';
import { GetSMSAttributesCommand, SetSMSAttributesCommand, SNSClient } from '@aws-sdk/client-sns';
import { EVERY_SMS, type SettableAccount, type SmsStatus } from './settings-of-account.ts';

const ROLE = 'DeliveryStatusIAMRole';
const RATE = 'DeliveryStatusSuccessSamplingRate';

/** By what SNS writes what becomes of SMS, in the Region of the client. */
export const smsStatusIn = async (sms: SNSClient): Promise<SmsStatus> => {
  const { attributes = {} } = await sms.send(new GetSMSAttributesCommand({ attributes: [ROLE, RATE] }));
  return { smsStatusRole: attributes[ROLE] || undefined, smsStatusRate: attributes[RATE] };
};

/** The settings of the account that the credentials of this shell open. `endpoint`: another address for every service. */
export const settableAccountInAws = (options: {
  readonly region: string;
  readonly endpoint?: string;
}): SettableAccount => {
  const email = new SESv2Client(options);
  const sms = new SNSClient(options);
  return {
    read: async () => {
      const [{ DeliveryAttributes }, smsStatus] = await Promise.all([
        email.send(new GetAccountCommand({})),
        smsStatusIn(sms),
      ]);
      return { delivery: DeliveryAttributes?.SharedPoolDeliveryMode, ...smsStatus };
    },
    keepMailInRegion: async () => {
      await email.send(new PutAccountDeliveryAttributesCommand({ SharedPoolDeliveryMode: 'REGIONAL' }));
    },
    writeSmsStatusBy: async (roleArn) => {
      await sms.send(new SetSMSAttributesCommand({ attributes: { [ROLE]: roleArn, [RATE]: EVERY_SMS } }));
    },
  };
};
