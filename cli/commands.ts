import type { Command } from './command.ts';

/** Every command of `aval`, by its name. */
export const COMMANDS: Readonly<Record<string, Command>> = {
  synth: {
    usage: 'synth [--stage NAME] [--config FILE] [--out DIR]',
    summary: 'Writes the CloudFormation templates and the bundled functions of a stage to a folder.',
    load: async () => (await import('./commands/synth.ts')).synth,
  },
  doctor: {
    usage: 'doctor [--stage NAME] [--config FILE] [--json]',
    summary: 'Looks at what a stage needs before it is deployed: quotas, sandboxes, senders, DNS records.',
    load: async () => (await import('./commands/doctor.ts')).doctor,
  },
  account: {
    usage: 'account [--stage NAME] [--config FILE] [--apply]',
    summary: 'Shows what the account must be set to that no template can set; with --apply, sets it.',
    load: async () => (await import('./commands/account.ts')).account,
  },
  redrive: {
    usage: 'redrive [--stage NAME] [--region REGION] [--from PLACE] [--reason CODE] [--drop ID …] [--apply]',
    summary: 'Shows what could not be handled and why; with --apply, puts it back where it came from.',
    load: async () => (await import('./commands/redrive.ts')).redrive,
  },
  halt: {
    usage: 'halt [--stage NAME] [--region REGION] [--advertiser ID] [--apply|--resume --who NAME --why TEXT]',
    summary: 'Says which hand-offs are stopped; stops those of all or of one advertiser, or lets them go on.',
    load: async () => (await import('./commands/halt.ts')).halt,
  },
  restore: {
    usage:
      'restore [--stage NAME] [--region REGION] [--since INSTANT] [--from replica] [--apply] [--resume --who NAME --why TEXT]',
    summary: 'Compares a restored table with the journal, replays what it lacks, and lets its messages leave.',
    load: async () => (await import('./commands/restore.ts')).restore,
  },
  rebuild: {
    usage: 'rebuild audience [--stage NAME] [--region REGION] [--after POSITION]',
    summary: 'Makes the audience index again from what the table holds; goes on where it stopped.',
    load: async () => (await import('./commands/rebuild.ts')).rebuild,
  },
  retention: {
    usage: 'retention [--stage NAME] [--region REGION] [--apply]',
    summary:
      'Proves by a scan that nothing outlives its term, and says what goes when; with --apply, puts what did on the list of what ends.',
    load: async () => (await import('./commands/retention.ts')).retention,
  },
  register: {
    usage: 'register [--stage NAME] [--config FILE] [--advertiser ID] [--language fr|en] [--out FILE]',
    summary: 'Writes the record of processing, the list of processors and the annex for a DPIA from what is in force.',
    load: async () => (await import('./commands/register.ts')).register,
  },
  breach: {
    usage:
      'breach --from INSTANT --to INSTANT [--known INSTANT] [--stage NAME] [--region REGION] [--advertiser ID] [--ids FILE]',
    summary:
      'Says whose data could be read between two instants, which kinds and how many, for the notice within 72 hours.',
    load: async () => (await import('./commands/breach.ts')).breach,
  },
  'rotate-keys': {
    usage:
      'rotate-keys [--stage NAME] [--region REGION] [--key fingerprint|token|data] [--apply] [--finish] [--another] [--doubles]',
    summary: 'Shows the keys of fingerprints, links and data; with --apply, does the next step of their rotation.',
    load: async () => (await import('./commands/rotate-keys.ts')).rotateKeys,
  },
  'opposition-list': {
    usage: 'opposition-list --advertiser ID --key-file FILE --out FILE [--stage NAME] [--region REGION]',
    summary: 'Writes who opposed an advertiser as fingerprints under a key that a partner holds too; no address.',
    load: async () => (await import('./commands/opposition-list.ts')).oppositionListCommand,
  },
  'passed-on': {
    usage:
      'passed-on --advertiser ID [--partner SIREN [--key ID] --out FILE | --partner SIREN --given FILE --to WHOM --at INSTANT [--by HOW] [--acknowledged INSTANT] [--reference TEXT] | --partner SIREN --close ID --because impossible|disproportionate --reason TEXT] [--stage NAME] [--region REGION]',
    summary:
      'Says what partners must be notified of; writes the file for one; records that it was given and confirmed, or cannot be.',
    load: async () => (await import('./commands/passed-on.ts')).passedOn,
  },
  deploy: {
    usage: 'deploy [--stage NAME] [--config FILE] [--require-approval LEVEL]',
    summary: 'Says what to prepare, then deploys a stage to your AWS account.',
    load: async () => (await import('./commands/deploy.ts')).deploy,
  },
  init: {
    usage: 'init --id NAME --advertiser FILE [--key NAME] [--scopes A,B,…] [--stage NAME] [--config FILE]',
    summary: 'Makes the first advertiser of a deployment and the first key of an application.',
    load: async () => (await import('./commands/init.ts')).init,
  },
  smoke: {
    usage:
      'smoke --url URL [--public URL] [--advertiser NAME], or smoke --account [--stage NAME] [--region REGION] [--advertiser NAME] [--source NAME]',
    summary: 'Tries a deployment from outside; with an advertiser, from a consent to an opposition.',
    load: async () => (await import('./commands/smoke.ts')).smoke,
  },
};
