import { ACCOUNT, REGION } from '../../template/attributes.ts';
import { textOf } from '../../template/json.ts';
import type { Model } from '../../template/model.ts';
import type { AwsCall } from '../call.ts';
import { callInPath, instanceIdOf } from '../connect/refusals.ts';
import { countryOf } from '../sms/countries.ts';
import type { Access } from './policy.ts';

/** What a text leaves by, and what else it names: each must be allowed (AWS End User Messaging SMS, "Actions for IAM policies"). */
export const textAccesses = ({ operation, input }: AwsCall): readonly Access[] => {
  const action = `sms-voice:${operation}`;
  const list = textOf(input.OptOutListName);
  if (list !== '') return [{ action, resource: `arn:aws:sms-voice:${REGION}:${ACCOUNT}:opt-out-list/${list}` }];
  const origin = textOf(input.OriginationIdentity);
  const kind = /^(pool|phone)-/.exec(origin)?.[1];
  const named = [
    kind === undefined
      ? `sender-id/${origin}/${countryOf(textOf(input.DestinationPhoneNumber))}`
      : `${kind === 'pool' ? 'pool' : 'phone-number'}/${origin}`,
    `configuration-set/${textOf(input.ConfigurationSetName)}`,
    ...(textOf(input.ProtectConfigurationId) ? [`protect-configuration/${textOf(input.ProtectConfigurationId)}`] : []),
  ];
  return named.map((name) => ({ action, resource: `arn:aws:sms-voice:${REGION}:${ACCOUNT}:${name}` }));
};

/** The call that is begun, or asked about: of an instance, which the flow of the template names whole (Service Authorization Reference, "Amazon Connect"). */
export const callAccesses = ({ operation, input, url }: AwsCall, model: Model): readonly Access[] => {
  const [inPath, call] = callInPath(url);
  const instanceId = textOf(input.InstanceId) || inPath;
  const flow = model.ofType('AWS::Connect::ContactFlow').find((each) => instanceIdOf(each) === instanceId);
  const instance = textOf(flow?.properties.InstanceArn) || instanceId;
  return [{ action: `connect:${operation}`, resource: `${instance}/contact/${call || 'new'}` }];
};
