import type { Command } from './command.ts';

/** Every command of `aval`, by its name. */
export const COMMANDS: Readonly<Record<string, Command>> = {
  synth: {
    usage: 'synth [--stage NAME] [--config FILE] [--out DIR]',
    summary: 'Writes the CloudFormation templates and the bundled functions of a stage to a folder.',
    load: async () => (await import('./commands/synth.ts')).synth,
  },
  deploy: {
    usage: 'deploy [--stage NAME] [--config FILE] [--require-approval LEVEL]',
    summary: 'Says what to prepare, then deploys a stage to your AWS account.',
    load: async () => (await import('./commands/deploy.ts')).deploy,
  },
};
