import { spawnSync } from 'node:child_process';
import { BootFailure } from '../boot/boot-failure.ts';

const NEEDED = 17;

const versionOf = (command: string): number | undefined => {
  const { stderr, status } = spawnSync(command, ['-version'], { encoding: 'utf8' });
  const found = /version "(\d+)(?:\.(\d+))?/.exec(stderr ?? '');
  if (status !== 0 || found === null) return undefined;
  return Number(found[1] === '1' ? found[2] : found[1]);
};

/** Makes sure that a Java able to run DynamoDB Local is there. Throws `BootFailure` naming what to install. */
export const requireJava = (command = 'java'): void => {
  const version = versionOf(command);
  if (version === undefined) {
    throw new BootFailure(
      `Java ${NEEDED} or newer is needed to run DynamoDB Local, and no "java" was found: install one, e.g. "apt-get install openjdk-17-jre-headless".`,
    );
  }
  if (version < NEEDED) {
    throw new BootFailure(
      `Java ${NEEDED} or newer is needed to run DynamoDB Local, and "java" is version ${version}: install a newer one.`,
    );
  }
};
