import { matchesEventPattern } from '../../sources/event-pattern.ts';
import { at, type Json, type JsonObject, listOf, numberOf, objectOf, textOf } from '../../template/json.ts';
import type { Resource } from '../../template/model.ts';
import { type Check, textsOf } from './check.ts';

const POLICY = 'AWS::Events::EventBusPolicy';

/** The sources of events that a statement is about, whatever its operator. */
const sourcesOf = ({ properties }: Resource): readonly string[] =>
  Object.values(objectOf(at(properties, 'Statement', 'Condition'))).flatMap((keys) =>
    textsOf(at(keys, 'events:source')),
  );

const withEffect = (policies: readonly Resource[], effect: string): ReadonlySet<string> =>
  new Set(
    policies.filter(({ properties }) => textOf(at(properties, 'Statement', 'Effect')) === effect).flatMap(sourcesOf),
  );

/** An account, a role or a user, or everybody: all else IAM refuses ("AWS JSON policy elements: Principal"). */
const PRINCIPAL = /^(?:\*|\d{12}|arn:aws[\w-]*:iam::\d{12}:(?:root|role\/.+|user\/.+))$/;

/** Of whom a statement is: a source and a role, each with each, by both operators that name roles. */
const rolesOf = ({ properties }: Resource, operator: string): readonly string[] =>
  textsOf(at(properties, 'Statement', 'Condition', operator, 'aws:PrincipalArn'));

/** What a statement of a bus says of whom it is of: principals that IAM knows, and roles by name. */
const whomProblems = (policy: Resource): readonly string[] => {
  const statement = at(policy.properties, 'Statement');
  const principals = at(statement, 'Principal');
  const named = typeof principals === 'string' ? [principals] : textsOf(at(principals, 'AWS'));
  const isAllowing = textOf(at(statement, 'Effect')) === 'Allow';
  const roles = rolesOf(policy, isAllowing ? 'ArnEquals' : 'ArnNotEquals');
  return [
    (named.length === 0 || !named.every((each) => PRINCIPAL.test(each))) &&
      `${policy.logicalId} is of nobody whom IAM knows.`,
    (roles.length === 0 || !roles.every((each) => PRINCIPAL.test(each))) &&
      `${policy.logicalId} ${isAllowing ? 'lets in' : 'refuses'} others than the roles of its source.`,
  ].filter((one) => one !== false);
};

/** Who is let in is who is not refused, source by source. */
const unlike = (policies: readonly Resource[]): readonly string[] => {
  const rolesBySource = (effect: string, operator: string) =>
    new Map(
      policies
        .filter(({ properties }) => textOf(at(properties, 'Statement', 'Effect')) === effect)
        .flatMap((policy) => sourcesOf(policy).map((source) => [source, rolesOf(policy, operator).join()] as const)),
    );
  const [admitted, spared] = [rolesBySource('Allow', 'ArnEquals'), rolesBySource('Deny', 'ArnNotEquals')];
  return [...admitted].filter(([source, roles]) => spared.get(source) !== roles).map(([source]) => source);
};

/** What is in only one of them. */
const apart = (one: ReadonlySet<string>, other: ReadonlySet<string>): readonly string[] =>
  [...one].filter((source) => !other.has(source));

/**
 * Who may speak as a source is named, and everybody else is refused it: a statement that lets in says nothing of the rest of the
 * account. A statement is of putting events on its bus, and of nothing else (Amazon EventBridge, "Permissions for event buses").
 */
export const checkBuses: Check = ({ model }) =>
  model.ofType('AWS::Events::EventBus').flatMap((bus) => {
    const policies = model
      .ofType(POLICY)
      .filter(({ properties }) => [bus.name, bus.ref].includes(textOf(properties.EventBusName)));
    const [admitted, refused] = [withEffect(policies, 'Allow'), withEffect(policies, 'Deny')];
    const others = policies.filter(({ properties }) => {
      const [actions, resources] = ['Action', 'Resource'].map((name) => textsOf(at(properties, 'Statement', name)));
      return actions?.join() !== 'events:PutEvents' || resources?.join() !== bus.arn;
    });
    return [
      ...others.map(({ logicalId }) => `${logicalId} is of something else than putting events on ${bus.name}.`),
      ...policies.flatMap(whomProblems),
      ...apart(admitted, refused).map((source) => `Everybody in the account may speak as ${source} on ${bus.name}.`),
      ...apart(refused, admitted).map((source) => `Nobody is let in who speaks as ${source} on ${bus.name}.`),
      ...unlike(policies).map(
        (source) => `Some who may speak as ${source} on ${bus.name} are refused, or the contrary.`,
      ),
    ];
  });

/** What applications put on a bus is brought somewhere: each type fits one rule of a bus, and no rule asks for another type. */
export const checkBrought: Check = ({ model, eventTypes }) => {
  const rules = model.ofType('AWS::Events::Rule').filter(({ properties }) => properties.EventBusName !== undefined);
  const fits = (pattern: Json, type: string) => matchesEventPattern(pattern, { 'detail-type': type });
  const patternOf = ({ properties }: Resource): JsonObject => objectOf(properties.EventPattern);
  const alone = (rule: Resource) =>
    listOf(patternOf(rule)['detail-type']).map((one) => ({ ...patternOf(rule), 'detail-type': [one] }));
  return [
    ...eventTypes
      .filter((type) => rules.filter((rule) => fits(patternOf(rule), type)).length !== 1)
      .map((type) => `An event ${type} is brought nowhere, or twice.`),
    ...(eventTypes.length === 0 ? [] : rules)
      .filter((rule) => !alone(rule).every((pattern) => eventTypes.some((type) => fits(pattern, type))))
      .map(({ name }) => `${name} waits for a type of event that nobody knows.`),
  ];
};

/** How long and how often EventBridge may try ("RetryPolicy", API reference); what is not said is the most of both. */
const AGE = { least: 60, most: 86_400 };
const MOST_TRIES = 185;

/** A target that cannot be reached is tried again, and what is given up is kept. */
export const checkRules: Check = ({ model }) =>
  model.ofType('AWS::Events::Rule').flatMap(({ name, properties }) =>
    listOf(properties.Targets).flatMap((target) => {
      const age = numberOf(at(target, 'RetryPolicy', 'MaximumEventAgeInSeconds'), AGE.most);
      const tries = numberOf(at(target, 'RetryPolicy', 'MaximumRetryAttempts'), MOST_TRIES);
      return [
        ...(age < AGE.least || age > AGE.most ? [`EventBridge cannot try an event of ${name} for ${age} s.`] : []),
        ...(tries > MOST_TRIES ? [`EventBridge cannot try an event of ${name} ${tries} times.`] : []),
        ...(tries < 1 ? [`An event of ${name} is given up when its target is away once.`] : []),
      ];
    }),
  );
