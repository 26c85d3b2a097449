import { textOf } from '../../template/json.ts';
import type { Model } from '../../template/model.ts';
import type { Check } from './check.ts';

const LINK = /^https:\/\/([a-z0-9-]+)\.execute-api\.([a-z0-9-]+)\.amazonaws\.com\/([\w-]+)\/?$/i;

/** What the stacks publish leads where its name says: an address to the API that it names, an ARN to what it names. */
export const checkLinks: Check = ({ model }) => {
  const said = [
    ...[...model.outputs].map(([name, value]) => [name, textOf(value)] as const),
    ...model.ofType('AWS::SSM::Parameter').map(({ name, properties }) => [name, textOf(properties.Value)] as const),
  ];
  const apis = model.ofType('AWS::ApiGateway::RestApi');
  const stages = model.ofType('AWS::ApiGateway::Stage');
  return said.flatMap(([name, value]) => {
    const short = name.split('/').at(-1) ?? name;
    if (value === '') return [`${short} says nothing.`];
    const api = apis.find((one) => short.toLowerCase().startsWith(textOf(one.properties.Name).split('-').at(-1) ?? ''));
    if (api !== undefined) {
      const [, id, region, stage] = LINK.exec(value) ?? [];
      const isServed = stages.some((one) => one.ref === stage && textOf(one.properties.RestApiId) === api.ref);
      const isThere = id?.toLowerCase() === api.ref.toLowerCase() && region === 'eu-west-3' && isServed;
      return isThere || /^https?:\/\/localhost(?::\d+)?$/.test(value)
        ? []
        : [`${short} leads elsewhere than to its API: ${value}.`];
    }
    return leadsTo(model, short, value) ? [] : [`${short} names something else: ${value}.`];
  });
};

const plain = (text: string): string => text.toLowerCase().replaceAll(/[^a-z]|secret|queue|bucket/g, '');

const leadsTo = (model: Model, name: string, value: string): boolean => {
  const [, what = '', form = ''] = /^(.*?)-(arn|url|name)$/.exec(name) ?? [];
  if (form === '') return true;
  if (form === 'arn' && !value.startsWith('arn:')) return false;
  if (form === 'url' && !/^https?:\/\//.test(value)) return /^https?:/.test(value);
  const stream = value.replace(/\/stream\/.*$/, '');
  const wanted = plain(what.replace(/-stream$/, ''));
  if (what.endsWith('-stream') !== (stream !== value)) return false;
  return model.resources.some((resource) => {
    const isIt = form === 'arn' ? resource.arn === stream : resource.ref === value;
    const own = plain(resource.logicalId.replace(/[0-9A-F]{8}$/, ''));
    return isIt && [own, `${own}s`, own.replace(/s$/, '')].includes(wanted);
  });
};
