import { type JsonObject, objectOf, textOf } from '../../template/json.ts';
import type { Model, Resource } from '../../template/model.ts';
import { countryOf } from '../sms/countries.ts';

/** Why Amazon Connect begins no call: status, exception, and what it says. */
export type CallRefusal = readonly [status: number, name: string, message: string];

/** Where an instance in Europe calls unless AWS opens more ("Countries that call centers can call by default"). */
const OPEN = ['GB', 'IT', 'FR', 'IE', 'US'];
const RING_SECONDS = [15, 60] as const;
const MOST_ATTRIBUTE_BYTES = 32_768;
const NUMBER = /^\+[1-9]\d{1,14}$/;

/** The instance that a flow is in. */
export const instanceIdOf = ({ properties }: Resource): string => textOf(properties.InstanceArn).replace(/^.*\//, '');

/** The flow of the template that a call names. */
export const flowNamed = (model: Model, instanceId: string, flowId: string): Resource | undefined =>
  model
    .ofType('AWS::Connect::ContactFlow')
    .find((flow) => instanceIdOf(flow) === instanceId && flow.arn.endsWith(`/contact-flow/${flowId}`));

const wrongParameter = (input: JsonObject): string | undefined => {
  const { RingTimeoutInSeconds: rings = RING_SECONDS[0], Attributes: attributes } = input;
  if (!NUMBER.test(textOf(input.DestinationPhoneNumber))) return 'DestinationPhoneNumber';
  if (!NUMBER.test(textOf(input.SourcePhoneNumber))) return 'SourcePhoneNumber';
  if (!(Number(rings) >= RING_SECONDS[0] && Number(rings) <= RING_SECONDS[1])) return 'RingTimeoutInSeconds';
  if (textOf(input.ClientToken).length > 500) return 'ClientToken';
  const pairs = Object.entries(objectOf(attributes));
  const bytes = pairs.reduce((sum, [name, value]) => sum + Buffer.byteLength(`${name}${textOf(value)}`), 0);
  return bytes > MOST_ATTRIBUTE_BYTES || pairs.some(([name]) => !/^[\w-]+$/.test(name)) ? 'Attributes' : undefined;
};

/** Why a request is refused; `undefined`: the call is begun (API reference, `StartOutboundVoiceContact`). */
export const refusalOf = (model: Model, input: JsonObject): CallRefusal | undefined => {
  const wrong = wrongParameter(input);
  if (wrong !== undefined) return [400, 'InvalidParameterException', `The value of ${wrong} is not valid.`];
  if (flowNamed(model, textOf(input.InstanceId), textOf(input.ContactFlowId)) === undefined)
    return [404, 'ResourceNotFoundException', 'There is no such flow.'];
  const detects = objectOf(input.AnswerMachineDetectionConfig).EnableAnswerMachineDetection === true;
  if (detects && input.TrafficType !== 'CAMPAIGN')
    return [400, 'InvalidRequestException', 'Answering machines are detected in calls of type CAMPAIGN.'];
  return OPEN.includes(countryOf(textOf(input.DestinationPhoneNumber)))
    ? undefined
    : [403, 'DestinationNotAllowedException', 'The number may not be called.'];
};

/** The instance and the call that a path names: `/contact/attributes/<instance>/<call>`. */
export const callInPath = (url: string): readonly [instanceId: string, callId: string] => {
  const { pathname } = new URL(url, 'http://aws.local');
  const [, , , instanceId = '', callId = ''] = pathname.split('/').map(decodeURIComponent);
  return [instanceId, callId];
};
