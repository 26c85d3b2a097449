import { at, type Json, type JsonObject, listOf, objectOf, textOf } from '../../template/json.ts';
import type { Model, Resource } from '../../template/model.ts';
import { countryOf } from './countries.ts';
import { priceOf } from './sms-prices.ts';
import type { TextRefusal } from './text-refusal.ts';

/** Limits of `SendTextMessage` (API reference of AWS End User Messaging SMS and Voice v2). */
const MAX_CHARACTERS = 1600;
const SECONDS = [5, 259_200] as const;
const CONTEXT = { pairs: 5, key: 100, value: 800 };

const invalid = (field: string, reason = 'FIELD_VALIDATION_FAILED'): TextRefusal => ({
  name: 'ValidationException',
  reason,
  field,
});

const isContext = (context: Json | undefined): boolean => {
  const pairs = Object.entries(objectOf(context));
  return (
    pairs.length <= CONTEXT.pairs &&
    pairs.every(
      ([key, value]) => /^\S+$/.test(key) && key.length <= CONTEXT.key && textOf(value).length <= CONTEXT.value,
    )
  );
};

/** The first field that AWS would not take. */
const wrongField = (input: JsonObject): TextRefusal | undefined => {
  const seconds = Number(input.TimeToLive ?? SECONDS[0]);
  const text = textOf(input.MessageBody);
  if (!/^\+[1-9]\d{6,14}$/.test(textOf(input.DestinationPhoneNumber)))
    return invalid('DestinationPhoneNumber', 'CANNOT_PARSE');
  if (text === '' || text.length > MAX_CHARACTERS) return invalid('MessageBody');
  if (!Number.isInteger(seconds) || seconds < SECONDS[0] || seconds > SECONDS[1]) return invalid('TimeToLive');
  if (!['', 'TRANSACTIONAL', 'PROMOTIONAL'].includes(textOf(input.MessageType))) return invalid('MessageType');
  if (!isContext(input.Context)) return invalid('Context');
  if (!/^(?:|\d{0,2}\.\d{1,5})$/.test(textOf(input.MaxPrice))) return invalid('MaxPrice');
  return undefined;
};

/** The configuration set that a text names, of the template. */
export const setNamed = (model: Model, name: string): Resource | undefined =>
  model.find(name, 'AWS::SMSVOICE::ConfigurationSet');

/** A country without a rule is open (AWS End User Messaging SMS, "Fraud Protection"). */
const isClosed = (model: Model, set: Resource, phone: string): boolean => {
  const configuration = textOf(set.properties.ProtectConfigurationId);
  const rules = model
    .ofType('AWS::SMSVOICE::ProtectConfiguration')
    .filter(({ others }) => others.ProtectConfigurationId === configuration)
    .flatMap(({ properties }) => listOf(at(properties, 'CountryRuleSet', 'SMS')));
  const country = countryOf(phone);
  return rules.some((rule) => textOf(at(rule, 'CountryCode')) === country && at(rule, 'ProtectStatus') === 'BLOCK');
};

/** Why a request is refused before anybody is asked; `undefined`: it is taken. */
export const refusalOf = (
  model: Model,
  input: JsonObject,
  hasOptedOut: (phone: string) => boolean,
): TextRefusal | undefined => {
  const wrong = wrongField(input);
  if (wrong !== undefined) return wrong;
  const set = setNamed(model, textOf(input.ConfigurationSetName));
  if (set === undefined) return { name: 'ResourceNotFoundException' };
  const phone = textOf(input.DestinationPhoneNumber);
  if (isClosed(model, set, phone))
    return { name: 'ConflictException', reason: 'DESTINATION_COUNTRY_BLOCKED_BY_PROTECT_CONFIGURATION' };
  if (hasOptedOut(phone)) return { name: 'ConflictException', reason: 'DESTINATION_PHONE_NUMBER_OPTED_OUT' };
  const dearest = textOf(input.MaxPrice);
  return dearest !== '' && priceOf(textOf(input.MessageBody)) > Number(dearest)
    ? { name: 'ValidationException', reason: 'PRICE_OVER_THRESHOLD' }
    : undefined;
};
