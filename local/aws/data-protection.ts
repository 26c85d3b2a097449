import { at, type JsonObject, listOf, textOf } from '../template/json.ts';

/**
 * What a reader of a log group sees of its lines: what its data protection policy hides is asterisks, as many as there were characters.
 * Metric filters read the same (Amazon CloudWatch Logs, "Help protect sensitive log data with masking"). Identifiers of the template's own
 * alone: those that AWS manages are not known here.
 */
export const maskOf = (logGroup: JsonObject): ((line: string) => string) => {
  const policy = logGroup.DataProtectionPolicy;
  const hidden = listOf(at(policy, 'Statement'))
    .filter((statement) => at(statement, 'Operation', 'Deidentify') !== undefined)
    .flatMap((statement) => listOf(at(statement, 'DataIdentifier')).map(textOf));
  const patterns = listOf(at(policy, 'Configuration', 'CustomDataIdentifier'))
    .filter((identifier) => hidden.includes(textOf(at(identifier, 'Name'))))
    .map((identifier) => new RegExp(textOf(at(identifier, 'Regex')), 'g'));
  return (line) =>
    patterns.reduce((shown, pattern) => shown.replaceAll(pattern, (found) => '*'.repeat(found.length)), line);
};
