import { at, listOf, numberOf, objectOf, textOf } from '../../template/json.ts';
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
      ...apart(admitted, refused).map((source) => `Everybody in the account may speak as ${source} on ${bus.name}.`),
      ...apart(refused, admitted).map((source) => `Nobody is let in who speaks as ${source} on ${bus.name}.`),
    ];
  });

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
