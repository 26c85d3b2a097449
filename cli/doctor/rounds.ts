import type { Config } from '#infra/config.ts';
import { goingRound } from '#infra/deployment.ts';
import type { Account } from './account.ts';
import { type Finding, isDenied, ok, warn } from './finding.ts';

const ABOUT = 'functions that go round';

/**
 * Whether Lambda lets the functions meet themselves again that put their own work back. Else it ends a chain after some 16 runs, and
 * what waits longer lies with the dead letters. It is warned of and no more, since the deployment sets it; before the first one there is
 * nothing to say.
 */
export const ofRounds = async (account: Pick<Account, 'mayGoRound'>, config: Config): Promise<readonly Finding[]> => {
  try {
    const names = goingRound(config);
    const may = await Promise.all(names.map((name) => account.mayGoRound(name)));
    const ended = names.filter((_, index) => may[index] === false);
    if (ended.length > 0) return [ofEnded(ended)];
    return may.includes(true) ? [ok(ABOUT, 'as often as their work takes')] : [];
  } catch (error) {
    if (!isDenied(error)) throw error;
    return [
      warn(
        ABOUT,
        'not looked at: these credentials may not read it',
        'It takes lambda:GetFunctionRecursionConfig: docs/deploy.md.',
      ),
    ];
  }
};

const ofEnded = (names: readonly string[]): Finding =>
  warn(
    ABOUT,
    `Lambda ends the chains of ${names.join(' and ')} after some 16 runs: what waits for longer is not sent, what computes for longer ends`,
    'Deploy this version, which sets it; where somebody set it by hand since:',
    ...names.map((name) => `aws lambda put-function-recursion-config --function-name ${name} --recursive-loop Allow`),
  );
