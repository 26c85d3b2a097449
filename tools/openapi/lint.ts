import spectral, { type RulesetDefinition } from '@stoplight/spectral-core';
import functions from '@stoplight/spectral-functions';
import rulesets from '@stoplight/spectral-rulesets';

const { defined, length, pattern, truthy } = functions;

interface Check {
  readonly field: string;
  readonly function: typeof defined | typeof length | typeof pattern;
  readonly functionOptions?: { readonly match: string } | { readonly min: number };
}

const A_SENTENCE: readonly Check[] = [
  { field: 'description', function: truthy },
  // A word first, with a capital or of the API, and a full stop last.
  { field: 'description', function: pattern, functionOptions: { match: '^[A-Za-z][^]*[^\\s.]\\.$' } },
];
const AN_EXAMPLE: readonly Check[] = [{ field: 'example', function: defined }];
const EXAMPLES: readonly Check[] = [
  { field: 'examples', function: truthy },
  { field: 'examples', function: length, functionOptions: { min: 1 } },
];

/** A rule of ours: what is at these places passes these checks. References are not followed. */
const ruleOn = (given: readonly string[], needs: string, checks: readonly Check[]) => ({
  given: [...given],
  message: `It needs ${needs}.`,
  severity: 'error' as const,
  resolved: false,
  // biome-ignore lint/suspicious/noThenProperty: Spectral names it so.
  then: [...checks],
});

const PARAMETERS = ['$.paths[*][*].parameters[*]', '$.components.headers[*]'];
const ANSWERS = ['$.paths[*][*].responses[*].content[*]', '$.components.responses[*].content[*]'];

/** All rules of Spectral, also those that it does not recommend to everybody, and ours. */
const RULESET: RulesetDefinition = {
  extends: [[rulesets.oas as RulesetDefinition, 'all']],
  rules: {
    // Whom to call is known by the operator of each deployment, and not here: a name is all that can be said.
    'contact-properties': 'off',
    'sentence-on-property': ruleOn(
      ['$.components.schemas..properties[*]'],
      'a sentence that says what it means',
      A_SENTENCE,
    ),
    'sentence-on-parameter': ruleOn([...PARAMETERS, '$.tags[*]'], 'a sentence that says what it means', A_SENTENCE),
    'example-of-parameter': ruleOn(PARAMETERS, 'an example', AN_EXAMPLE),
    'example-of-request': ruleOn(['$.paths[*][*].requestBody.content[*]'], 'an example', EXAMPLES),
    'example-of-answer': ruleOn(ANSWERS, 'an example', EXAMPLES),
  },
};

/** What is wrong with an OpenAPI document, one sentence each with its place; empty: nothing, not even a warning. */
export const lintOpenApi = async (document: object): Promise<readonly string[]> => {
  const linter = new spectral.Spectral();
  linter.setRuleset(RULESET);
  const found = await linter.run({ ...document });
  return found.map(({ code, path, message }) => `${code} at #/${path.join('/')}: ${message}`);
};
