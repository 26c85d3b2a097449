import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { COMMANDS } from '../../../cli/commands.ts';

interface Step {
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, string>>;
  readonly 'working-directory'?: string;
}
interface Job {
  readonly if?: string;
  readonly environment?: string;
  readonly steps: readonly Step[];
}

const page = readFileSync('docs/deploy.md', 'utf8');
const workflow = parse(/```yaml\n([\s\S]*?)```/.exec(page)?.[1] ?? '') as {
  readonly on: object;
  readonly permissions: object;
  readonly jobs: Readonly<Record<string, Job>>;
};
const { diff, deploy } = workflow.jobs as Readonly<Record<'diff' | 'deploy', Job>>;
const runsOf = ({ steps }: Job) => steps.flatMap(({ run }) => run ?? []);
const roleOf = ({ steps }: Job) =>
  steps.flatMap((step) => step.with?.['role-to-assume'] ?? []).map((arn) => arn.slice(arn.indexOf('/') + 1));

describe('the pipeline that the page of deploying shows', () => {
  test('has a job for pull requests and another one for main, and no key of AWS', () => {
    expect(Object.keys(workflow.jobs)).toEqual(['diff', 'deploy']);
    expect([diff.if, deploy.if]).toEqual(["github.event_name == 'pull_request'", "github.event_name == 'push'"]);
    expect(workflow.on).toEqual({ pull_request: {}, push: { branches: ['main'] } });
    expect(workflow.permissions).toEqual({ 'id-token': 'write', contents: 'read' });
    expect(JSON.stringify(workflow)).not.toMatch(/secrets\.|access-key/);
  });

  test('a pull request has a role of its own, which reads, and not the environment that the role of deploying trusts', () => {
    expect([roleOf(diff), roleOf(deploy)]).toEqual([['aval-diff'], ['aval-deploy']]);
    expect([diff.environment, deploy.environment]).toEqual([undefined, 'production']);
    const trusted = Object.fromEntries(
      [...page.matchAll(/^\| `(aval-\w+)` \| `repo:YOU\/YOURS:(\S+)` \| (.*) \|$/gm)].map(([, role, sub, may]) => [
        role,
        [sub, /cdk-hnb659fds-[\w-]*\*?/.exec(may ?? '')?.[0]],
      ]),
    );
    expect(trusted).toEqual({
      'aval-diff': ['pull_request', 'cdk-hnb659fds-lookup-role-*'],
      'aval-deploy': ['environment:production', undefined],
    });
    // A change set is made by the role that deploys.
    expect(runsOf(diff)).toEqual(['npm ci', expect.stringMatching(/^npx cdk diff --all --method=template /)]);
  });

  test('runs what there is, where it is', () => {
    const scripts = JSON.parse(readFileSync('package.json', 'utf8')).scripts as Readonly<Record<string, string>>;
    const commands = [...runsOf(diff), ...runsOf(deploy)].flatMap(
      (run) => /^npm run (?:aval -- )?(\w+)(.*)$/.exec(run)?.slice(1, 3) ?? [],
    );
    const options = commands.filter((_, index) => index % 2 === 1).flatMap((rest) => rest.match(/--[a-z-]+/g) ?? []);
    const names = commands.filter((_, index) => index % 2 === 0);
    expect(names).toEqual(['doctor', 'deploy']);
    expect(names.filter((name) => COMMANDS[name] === undefined && scripts[name] === undefined)).toEqual([]);
    const known = names.map((name) => COMMANDS[name]?.usage).join(' ');
    expect(options.filter((option) => !known.includes(option))).toEqual([]);
    for (const { steps } of [diff, deploy])
      for (const step of steps.filter(({ run }) => run !== undefined)) expect(step['working-directory']).toBe('aval');
  });
});
