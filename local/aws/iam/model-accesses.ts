import { ACCOUNT, REGION } from '../../template/attributes.ts';
import { modelInPath } from '../bedrock/models.ts';
import type { AwsCall } from '../call.ts';
import type { Access } from './policy.ts';

/** Where a profile of the European Union has a model answer; which Region does is not for the caller to say. */
const BEHIND_EU = ['eu-central-1', 'eu-north-1', 'eu-west-1', 'eu-west-3'];

/**
 * The model that is asked; of an inference profile the profile, and the model behind it in each Region where it may answer, with the profile
 * as a value that conditions look at (Amazon Bedrock, "Geographic cross-Region inference"). `Converse` needs `bedrock:InvokeModel`.
 */
export const modelAccesses = ({ url }: AwsCall): readonly Access[] => {
  const model = modelInPath(url);
  const action = 'bedrock:InvokeModel';
  const base = /^eu\.(.+)$/.exec(model)?.[1];
  const modelIn = (region: string, id: string) => `arn:aws:bedrock:${region}::foundation-model/${id}`;
  if (base === undefined) return [{ action, resource: modelIn(REGION, model) }];
  const profile = `arn:aws:bedrock:${REGION}:${ACCOUNT}:inference-profile/${model}`;
  const context = { 'bedrock:InferenceProfileArn': [profile] };
  const behind = BEHIND_EU.map((region) => ({ action, resource: modelIn(region, base), context }));
  return [{ action, resource: profile, context }, ...behind];
};
