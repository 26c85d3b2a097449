import { COMMANDS } from './commands.ts';

const USAGE_ERROR = 2;

const helpText = (): string => {
  const described = Object.values(COMMANDS).map(({ usage, summary }) => `  ${usage}\n      ${summary}\n`);
  return [
    'Usage: npm run aval -- <command> [options]\n\nThe program of whoever operates a deployment of Aval. Commands:\n\n',
    ...described,
    '  --help\n      Shows this list.\n',
    '\nThe stage is `dev` unless you name one; docs/deploy.md explains stages and settings.\n',
  ].join('');
};

/** Runs one command; resolves to the exit code: 2 when there is no such command, else what the command says. */
const main = async ([name, ...args]: readonly string[]): Promise<number> => {
  if (name === undefined || ['--help', '-h', 'help'].includes(name)) {
    process.stdout.write(helpText());
    return name === undefined ? USAGE_ERROR : 0;
  }
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (command === undefined) {
    process.stderr.write(
      `aval has no command "${name}". Its commands are: ${Object.keys(COMMANDS).join(', ')}. See npm run aval -- --help.\n`,
    );
    return USAGE_ERROR;
  }
  if (args.includes('--help')) {
    process.stdout.write(`npm run aval -- ${command.usage}\n    ${command.summary}\n`);
    return 0;
  }
  return (await command.load())(args);
};

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
