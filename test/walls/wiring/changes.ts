/** What changes the properties of a resource, or finds nothing to change. */
import { at, type Json, type JsonObject, listOf, objectOf, textOf } from '#local/template/json.ts';

/** The properties without one of them; `undefined`: it was not there. */
export const without = (properties: JsonObject, name: string): JsonObject | undefined => {
  const { [name]: gone, ...others } = properties;
  return gone === undefined ? undefined : others;
};

/** The policy without the statements that allow an action which begins so. */
export const withoutAction = (properties: JsonObject, action: string): JsonObject | undefined => {
  const document = objectOf(properties.PolicyDocument);
  const statements = listOf(document.Statement);
  const names = (statement: Json) => listOf(at(statement, 'Action')).some((one) => textOf(one).startsWith(action));
  const left = statements.filter((statement) => !names(statement));
  return left.length === statements.length
    ? undefined
    : { ...properties, PolicyDocument: { ...document, Statement: left } };
};

/** The role whose own policy lacks the statements that allow an action which begins so. */
export const roleWithoutAction = (properties: JsonObject, action: string): JsonObject | undefined => {
  const policies = listOf(properties.Policies);
  const changed = policies.map((policy) => withoutAction(objectOf(policy), action));
  return changed.every((one) => one === undefined)
    ? undefined
    : { ...properties, Policies: policies.map((policy, index) => changed[index] ?? policy) };
};

/** The role that calls several functions, with others of them. */
export const withOthersCalled = (
  properties: JsonObject,
  others: (all: readonly Json[]) => readonly Json[],
): JsonObject | undefined => {
  const [policy] = listOf(properties.Policies);
  const [statement] = listOf(at(policy, 'PolicyDocument', 'Statement'));
  const called = listOf(at(statement, 'Resource'));
  if (at(statement, 'Action') !== 'lambda:InvokeFunction' || called.length < 2) return undefined;
  const changed = { ...objectOf(statement), Resource: [...others(called)] };
  return { ...properties, Policies: [{ ...objectOf(policy), PolicyDocument: { Statement: [changed] } }] };
};

export const firstUnquoted = (properties: JsonObject): JsonObject => {
  const [[name = '', value] = []] = Object.entries(objectOf(properties.ResponseParameters));
  const unquoted = { ...objectOf(properties.ResponseParameters), [name]: textOf(value).replaceAll("'", '') };
  return { ...properties, ResponseParameters: unquoted };
};

/** The second name under which a reply to an SMS may come is let in nowhere; SNS may speak in its place. */
export const withoutSecondName = (properties: JsonObject): JsonObject | undefined => {
  const written = JSON.stringify(properties);
  const changed = written.replace('"mobile.amazonaws.com"', '"sns.amazonaws.com"');
  return changed === written ? undefined : objectOf(JSON.parse(changed));
};

/** The answer to who is turned away for the rate, with another time that could be meant. */
export const withTime =
  (time: string) =>
  (properties: JsonObject): JsonObject | undefined => {
    const name = 'gatewayresponse.header.Retry-After';
    if (properties.ResponseType !== 'THROTTLED') return undefined;
    return { ...properties, ResponseParameters: { ...objectOf(properties.ResponseParameters), [name]: time } };
  };

export const isOfStream = (properties: JsonObject): boolean => properties.StartingPosition !== undefined;

/** The resource with another text in place of one, wherever it is written. */
export const written =
  (from: string, to: string) =>
  (properties: JsonObject): JsonObject | undefined => {
    const text = JSON.stringify(properties);
    return text.includes(from) ? objectOf(JSON.parse(text.replace(from, to))) : undefined;
  };
