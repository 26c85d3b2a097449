import { z } from 'zod';

/** Regions of AWS in the European Union. */
export const EU = ['eu-west-1', 'eu-west-3', 'eu-central-1', 'eu-north-1', 'eu-south-1', 'eu-south-2'] as const;

/** Where the journal is copied to. */
export const JournalReplica = z.strictObject({
  region: z
    .literal([...EU], `a Region in the European Union: ${EU.join(', ')}`)
    .describe(
      'The second Region, in the European Union. It is bootstrapped as the first one is. Changed or taken away, the former copy stays until its locks end: name it in `formerly.journalRegions`.',
    ),
});

/** Throws an `Error` with a sentence for the deployer where the copy would be where the journal is. */
export const refuseSameRegion = ({
  stage,
  region,
  journalReplica,
}: Pick<Copied, 'stage'> & {
  readonly region: string;
  readonly journalReplica?: Copied['journalReplica'] | undefined;
}): void => {
  if (journalReplica?.region === region)
    throw new Error(
      `\`stages.${stage}.journalReplica.region\` is ${region}, where the journal itself is: name another Region.`,
    );
};

/** What is said of the copy, of a stage that has one. */
interface Copied {
  readonly stage: string;
  readonly journalReplica: z.infer<typeof JournalReplica>;
}

/**
 * The bucket of the copy. Each Region names it without asking the other, so that it says account and Region; a name has 63
 * characters at most, and a stage 20.
 */
export const replicaBucketOf = ({ stage, journalReplica }: Copied, account: string): string =>
  `aval-${stage}-journal-${account}-${journalReplica.region}`;

/** The alias of its key: S3 takes the ARN of an alias for that of a key of another Region. */
export const replicaAliasOf = ({ stage }: Pick<Copied, 'stage'>): string => `alias/aval-${stage}-journal`;

/** The stack of the second Region. */
export const replicaStackOf = ({ stage }: Pick<Copied, 'stage'>): string => `Aval-${stage}-JournalReplica`;

/** Name of the rule by which S3 copies, as its metrics say it. */
export const REPLICA_RULE = 'second-region';
