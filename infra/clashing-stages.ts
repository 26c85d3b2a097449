/** What of a stage's settings names something that one stage alone can have. */
interface Named {
  readonly publicDomain?: { readonly host: string } | undefined;
  readonly apiDomain?: { readonly host: string } | undefined;
  readonly inbox?: { readonly domain: string; readonly replies?: string | undefined } | undefined;
}

/** What two stages cannot both have: where in the settings of the second, and why. */
export interface Clash {
  readonly path: readonly string[];
  readonly sentence: string;
}

interface Taken {
  /** What is taken. */
  readonly what: string;
  readonly path: readonly string[];
  readonly why: string;
}

const takenBy = ({ publicDomain, apiDomain, inbox }: Named): readonly Taken[] => {
  const hosts = [['publicDomain', publicDomain] as const, ['apiDomain', apiDomain] as const].flatMap(
    ([name, domain]) =>
      domain === undefined
        ? []
        : [{ what: `host ${domain.host}`, path: [name, 'host'], why: 'a host leads to one stage' }],
  );
  const domains = [['domain', inbox?.domain] as const, ['replies', inbox?.replies] as const].flatMap(
    ([name, domain]) =>
      domain === undefined
        ? []
        : [{ what: `mails to ${domain}`, path: ['inbox', name], why: 'mails to a domain arrive at one stage' }],
  );
  return [...hosts, ...domains];
};

/**
 * Settings of a stage by which it would take what another stage of the file has, in whatever account: DNS leads a name to one of them. The
 * log of SMS, of which an account has one, is not here: stages may be of several accounts. The doctor finds it taken.
 */
export const clashesOf = (stages: Readonly<Record<string, Named>>): readonly Clash[] => {
  const holders = new Map<string, string>();
  return Object.entries(stages).flatMap(([stage, settings]) =>
    takenBy(settings).flatMap(({ what, path, why }) => {
      const holder = holders.get(what);
      if (holder === undefined) holders.set(what, stage);
      return holder === undefined
        ? []
        : [{ path: ['stages', stage, ...path], sentence: `\`stages.${holder}\` has it already: ${why}` }];
    }),
  );
};
