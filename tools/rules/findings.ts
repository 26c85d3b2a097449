import { CfnResource, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks, type NagPack, ServerlessChecks } from 'cdk-nag';
import type { IConstruct } from 'constructs';

/** What a rule says of a resource: the rule's id, with what it found in brackets where it may find more than one thing. */
interface Finding {
  readonly rule: string;
  /** Path of the construct, such as `Aval-dev-Data/Contents/Resource`. */
  readonly path: string;
}
interface Acknowledged extends Finding {
  readonly reason: string;
  readonly isOfResource: boolean;
}

/** Shorter than this no sentence says why a finding is no fault. */
const SHORTEST_REASON = 30;

/** Every finding in an app, acknowledged or not. */
export const findingsIn = (app: IConstruct): readonly Finding[] =>
  [new AwsSolutionsChecks(), new ServerlessChecks()].flatMap((pack) => findingsOf(pack, app));

const findingsOf = (pack: NagPack, app: IConstruct): readonly Finding[] => {
  // The pack would leave out what is acknowledged, and so could not say which acknowledgement is of no use any more.
  Object.defineProperty(pack, 'isAcknowledged', { value: () => false });
  const context = { appConstruct: app, templatePaths: [], stackTemplates: [] };
  return pack
    .validate(context)
    .violations.flatMap(({ ruleName, violatingResources }) =>
      (violatingResources ?? []).map(({ constructPath }) => ({ rule: ruleName, path: constructPath ?? '' })),
    );
};

const acknowledgedIn = (app: IConstruct): readonly Acknowledged[] =>
  app.node.findAll().flatMap((construct) =>
    construct.node.metadata
      .filter(({ type }) => type === Validations.ACKNOWLEDGED_RULES_METADATA_KEY)
      .flatMap(({ data }) => Object.entries(data as Readonly<Record<string, string>>))
      .map(([id, reason]) => ({
        rule: id.replace(/^annotation::/i, ''),
        path: construct.node.path,
        reason,
        isOfResource: CfnResource.isCfnResource(construct),
      })),
  );

/**
 * What cdk-nag's packs AwsSolutions and Serverless say against an app, and what is wrong with the reasons given: a finding
 * without one, a reason without a finding, one for more than a single resource, one that is no sentence, one given twice.
 * Each as a line for a person; none means that the app passes.
 */
export const complaintsOfNag = (app: IConstruct, found = findingsIn(app)): readonly string[] => {
  const keyOf = ({ rule, path }: Finding) => `${rule} at ${path}`;
  const findings = new Set(found.map(keyOf));
  const acknowledged = acknowledgedIn(app);
  const known = new Set(acknowledged.filter(({ isOfResource }) => isOfResource).map(keyOf));
  return [
    ...[...findings].filter((key) => !known.has(key)).map((key) => `not acknowledged: ${key}`),
    ...acknowledged.flatMap((each, index) => {
      const key = keyOf(each);
      if (!each.isOfResource) return [`acknowledged for more than one resource: ${key}`];
      if (!findings.has(key)) return [`acknowledged without being found: ${key}`];
      if (each.reason.length < SHORTEST_REASON) return [`acknowledged without a reason: ${key}`];
      if (acknowledged.findIndex((other) => keyOf(other) === key) !== index) return [`acknowledged twice: ${key}`];
      return [];
    }),
  ];
};
