import { Aws, type Stack } from 'aws-cdk-lib';
import { z } from 'zod';
import { EU } from './journal-replica.ts';

/** A geography before the id of a model: `eu.`, `us.`, `us-gov.`, `apac.`, `global.` … (Amazon Bedrock, "Supported Regions and models for inference profiles"). */
const GEOGRAPHY = /^([a-z]{2}|us-gov|apac|global)\.(?=[a-z0-9-]+\.)/;

const geographyOf = (model: string): string | undefined => GEOGRAPHY.exec(model)?.[1];

/** Who reads templates that say that they are transactional. */
export const TemplateReader = z
  .strictObject({
    model: z
      .string()
      .regex(
        /^[a-z0-9-]+(?:\.[a-z0-9-]+)+(?::\d+[a-z0-9:]*)?$/,
        'not the id of a model of Amazon Bedrock, such as `eu.amazon.nova-pro-v1:0`; an ARN is none',
      )
      .refine(
        (model) => [undefined, 'eu'].includes(geographyOf(model)),
        'an inference profile of another geography than the European Union: a template may name people, and its text would leave the Union. Name a profile that begins with `eu.`, or a model of the Region of the stage',
      )
      .describe(
        'A model of Amazon Bedrock by its id, in the Region of the stage, or an inference profile of the European Union, which begins with `eu.`. It is yours: your account must have access to it, and pays for what it reads.',
      ),
  })
  .describe(
    'A language model that reads each template version that is stored as transactional, once, and says whether all of it is what its reason calls for: what it finds to promote goes to review, and what it does not answer. Absent: words are weighed, and no model is asked. See decision 0119.',
  );
export type TemplateReader = z.infer<typeof TemplateReader>;

interface Stage {
  readonly stage: string;
  readonly region: string;
  readonly isLocal: boolean;
  readonly templateReader?: TemplateReader | undefined;
}

/** Throws an `Error` with a sentence for the deployer where a profile of the Union is asked from outside of it. */
export const refuseRegionOfModel = ({ stage, region, isLocal, templateReader }: Stage): void => {
  const model = templateReader?.model ?? '';
  if (isLocal || geographyOf(model) === undefined || (EU as readonly string[]).includes(region)) return;
  throw new Error(
    `\`stages.${stage}.templateReader.model\`: the profile ${model} is asked from a Region of the European Union, and this stage is in ${region}: name a model of ${region} by its own id, without \`eu.\`.`,
  );
};

/**
 * What the model is asked by, as IAM compares it: a foundation model of the Region; or the inference profile of the account, then its
 * foundation model in each Region of the Union: one that a profile does not use is no harm in a policy, and one that is missing is refused. Empty where the stage has no reader.
 */
export const modelArns = (scope: Stack, { templateReader }: Pick<Stage, 'templateReader'>): readonly string[] => {
  if (templateReader === undefined) return [];
  const { model } = templateReader;
  const base = model.replace(GEOGRAPHY, '');
  const modelIn = (region: string) => `arn:${Aws.PARTITION}:bedrock:${region}::foundation-model/${base}`;
  if (base === model) return [modelIn(scope.region)];
  const profile = scope.formatArn({ service: 'bedrock', resource: 'inference-profile', resourceName: model });
  return [profile, ...EU.map(modelIn)];
};
