import { receiptRuleArn } from '../../aws/mail/inbound-mail.ts';
import { at, isObject, listOf, numberOf, objectOf, parseJson, textOf } from '../../template/json.ts';
import type { Model } from '../../template/model.ts';
import { type Check, FUNCTION, type Need, oddOnes, TOPIC, textsOf } from './check.ts';

const SET = 'AWS::SES::ConfigurationSet';
/** What SES can report (Amazon SES, "EventDestination"). */
const EVENTS = [
  'send',
  'reject',
  'bounce',
  'complaint',
  'delivery',
  'open',
  'click',
  'renderingFailure',
  'deliveryDelay',
  'subscription',
];
/** What is learnt by tracking the reader. */
const TRACKED = ['open', 'click'];

/** How long SES tries: "300 to 50,400 seconds" (DeliveryOptions). */
const TRIES = { least: 300, most: 50_400 };

/** Mail leaves over TLS, no reader is tracked, and each set is as the others but for its time. */
export const checkSets: Check = ({ model }) => {
  const sets = model.ofType(SET);
  const { least, most } = TRIES;
  const times = sets.map(({ properties }) =>
    numberOf(at(properties, 'DeliveryOptions', 'MaxDeliverySeconds'), Number.NaN),
  );
  return [
    ...sets.flatMap(({ name, properties }, index) => {
      const seconds = times[index] ?? Number.NaN;
      const [, named] = /-(\d+)s$/.exec(name) ?? [];
      return [
        !(seconds >= least && seconds <= most) && `SES tries for ${least} to ${most} s: ${name} asks for ${seconds}.`,
        named !== undefined &&
          Number(named) !== seconds &&
          `${name} says another time than SES tries for: ${seconds} s.`,
        at(properties, 'DeliveryOptions', 'TlsPolicy') !== 'REQUIRE' && `Mail of ${name} may leave in clear.`,
        at(properties, 'VdmOptions', 'DashboardOptions', 'EngagementMetrics') !== 'DISABLED' &&
          `SES would track the readers of ${name}.`,
        at(properties, 'ReputationOptions', 'ReputationMetricsEnabled') !== true &&
          `Nobody would see what becomes of the mail of ${name}.`,
      ].filter((one) => one !== false);
    }),
    ...(new Set(times).size === times.length ? [] : ['Two configuration sets are the same.']),
    ...oddOnes(
      sets,
      ({ properties }) => properties.VdmOptions,
      ({ name }) => `${name} is set in another way than the others.`,
    ),
    ...oddOnes(
      sets,
      ({ name }) => name.replace(/-\d+s$/, ''),
      ({ name }) => `${name} is named in another way than the others.`,
    ),
  ];
};

/** Of each set SES reports what happens to its mail, and each the same. */
export const checkReports: Check = ({ model }) => {
  const destinations = model.ofType('AWS::SES::ConfigurationSetEventDestination');
  const named = destinations.map(({ properties }) => textOf(properties.ConfigurationSetName));
  return [
    ...model
      .ofType(SET)
      .filter(({ name }) => named.filter((one) => one === name).length !== 1)
      .map(({ name }) => `SES reports nothing, or twice, of the mail of ${name}.`),
    ...destinations.flatMap(({ logicalId, properties }) => {
      const types = textsOf(at(properties, 'EventDestination', 'MatchingEventTypes'));
      const topic = model.find(textOf(at(properties, 'EventDestination', 'SnsDestination', 'TopicARN')), TOPIC);
      return [
        model.find(textOf(properties.ConfigurationSetName), SET) === undefined && `${logicalId} reports of no set.`,
        at(properties, 'EventDestination', 'Enabled') !== true && `${logicalId} reports nothing: it is off.`,
        topic === undefined && `${logicalId} reports to nobody.`,
        !types.every((type) => EVENTS.includes(type)) && `SES knows no such event: ${types.join(', ')}.`,
        types.some((type) => TRACKED.includes(type)) && `${logicalId} would track readers.`,
      ].filter((one) => one !== false);
    }),
    ...oddOnes(
      destinations,
      ({ properties }) => at(properties, 'EventDestination', 'MatchingEventTypes'),
      ({ logicalId }) => `${logicalId} reports of less, or of more, than the others.`,
    ),
    ...oddOnes(
      destinations,
      ({ properties }) => at(properties, 'EventDestination', 'SnsDestination'),
      ({ logicalId }) => `${logicalId} reports elsewhere than the others.`,
    ),
  ];
};

/** Whether a mail may come over a line that others can read (Amazon SES, "ReceiptRule"). */
const TLS_OF_RULES = ['Optional', 'Require'];

/** A rule that takes mail is in a rule set that is there, and takes what functions name to readers. */
export const checkReceipts: Check = ({ model }) => {
  const sets = model.ofType('AWS::SES::ReceiptRuleSet').map(({ properties }) => textOf(properties.RuleSetName));
  const given = new Set(
    model
      .ofType(FUNCTION)
      .flatMap(({ properties }) => Object.values(objectOf(at(properties, 'Environment', 'Variables'))).map(textOf)),
  );
  return model.ofType('AWS::SES::ReceiptRule').flatMap(({ logicalId, properties }) => {
    const recipients = textsOf(at(properties, 'Rule', 'Recipients'));
    return [
      sets.length > 0 &&
        !sets.includes(textOf(properties.RuleSetName)) &&
        `${logicalId} is in no rule set of the template.`,
      (recipients.length === 0 || !recipients.every((each) => given.has(each))) &&
        `${logicalId} takes mail for a domain that no message names.`,
      at(properties, 'Rule', 'Enabled') !== true && `${logicalId} takes no mail: it is off.`,
      !listOf(at(properties, 'Rule', 'Actions')).some((each) => at(each, 'StopAction', 'Scope') === 'RuleSet') &&
        `${logicalId} lets the rules behind it act on the same mail.`,
      !TLS_OF_RULES.includes(textOf(at(properties, 'Rule', 'TlsPolicy')) || 'Optional') &&
        `SES takes mail over a line that is Optional or Require: ${logicalId}.`,
    ].filter((one) => one !== false);
  });
};

/** What SES does with topics and buckets by its receipt rules. */
export const receiptNeeds = (model: Model): readonly Need[] =>
  model.ofType('AWS::SES::ReceiptRule').flatMap(({ properties }) => {
    const actions = listOf(at(properties, 'Rule', 'Actions'));
    const need = (action: string, resource: string): Need => ({
      service: 'ses.amazonaws.com',
      action,
      resource,
      source: receiptRuleArn(properties),
    });
    const topics = actions.flatMap((each) => [
      textOf(at(each, 'StopAction', 'TopicArn')),
      textOf(at(each, 'S3Action', 'TopicArn')),
    ]);
    const kept = actions.map((each) => at(each, 'S3Action')).filter((each) => each !== undefined);
    return [
      ...topics.filter((topic) => topic !== '').map((topic) => need('sns:Publish', topic)),
      ...kept.map((each) =>
        need('s3:PutObject', `arn:aws:s3:::${textOf(at(each, 'BucketName'))}/${textOf(at(each, 'ObjectKeyPrefix'))}*`),
      ),
    ];
  });

/** A secret nobody guesses: 32 characters of 62 hold 190 bits. */
const SECRET_LENGTH = 32;

/** Secrets Manager can make each secret, as its readers read it. */
export const checkSecrets: Check = ({ model }) => {
  const secrets = model.ofType('AWS::SecretsManager::Secret');
  return [
    ...secrets.flatMap(({ name, properties }) => {
      const made = objectOf(properties.GenerateSecretString);
      const key = textOf(made.GenerateStringKey);
      const template = parseJson(textOf(made.SecretStringTemplate));
      return [
        numberOf(made.PasswordLength, 0) < SECRET_LENGTH &&
          `The secret ${name} is made of fewer than ${SECRET_LENGTH} characters.`,
        (key === '' || !isObject(template)) && `Secrets Manager makes no secret ${name}: its key needs a template.`,
      ].filter((one) => one !== false);
    }),
    ...oddOnes(
      secrets,
      ({ properties }) => properties.GenerateSecretString,
      ({ name }) => `The secret ${name} is made in another way than the others.`,
    ),
  ];
};
