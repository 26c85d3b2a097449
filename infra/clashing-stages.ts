/** What of a stage's settings names something that one stage of a Region alone can have. */
interface Named {
  readonly region?: string | undefined;
  readonly publicDomain?: { readonly host: string } | undefined;
  readonly apiDomain?: { readonly host: string } | undefined;
  readonly inbox?: { readonly domain: string; readonly replies?: string | undefined } | undefined;
}

const namesIn = (stage: string, { publicDomain, apiDomain, inbox }: Named) =>
  [
    { path: `${stage}.publicDomain.host`, name: publicDomain?.host },
    { path: `${stage}.apiDomain.host`, name: apiDomain?.host },
    { path: `${stage}.inbox.domain`, name: inbox?.domain },
    { path: `${stage}.inbox.replies`, name: inbox?.replies },
  ].filter(({ name }) => name !== undefined);

/**
 * Throws an `Error` with a sentence for the deployer where a domain of the stage is also another of its own, or one of another stage in the
 * same Region: API Gateway takes a host once in a Region, whatever the account, and mails to a domain arrive at one place. In two
 * Regions a host may have both for as long as a stage moves: its CNAME decides.
 *
 * @param usual the Region of a stage that says none
 * @see Amazon API Gateway, "Custom domain name for public REST APIs": a regional name is unique in its Region across accounts
 */
export const refuseClashes = (stages: Readonly<Record<string, Named>>, stage: string, usual: string): void => {
  const regionOf = ({ region = usual }: Named) => region;
  const own = stages[stage];
  if (own === undefined) return;
  const others = Object.entries(stages)
    .filter(([name, each]) => name !== stage && regionOf(each) === regionOf(own))
    .flatMap(([name, each]) => namesIn(name, each));
  const mine = namesIn(stage, own);
  for (const [index, { path, name }] of mine.entries()) {
    const taken = [...others, ...mine.slice(0, index)].find((one) => one.name === name);
    if (taken !== undefined)
      throw new Error(
        `\`stages.${path}\` is ${name}, which \`stages.${taken.path}\` has as well: a domain leads to one API, or to one inbox.`,
      );
  }
};
