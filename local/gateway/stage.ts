import { at, type Json, listOf, textOf } from '../template/json.ts';
import type { Model, Resource } from '../template/model.ts';

/** How many requests are admitted: so many a second, and so many at once after a pause. */
export interface Rate {
  readonly perSecond: number;
  readonly atOnce: number;
}

/** The stage of a REST API: what it admits, and what it writes of each request. */
export interface Stage {
  /** The end of its ARN, as a firewall names it. */
  readonly address: string;
  /** Of all methods together that have no rate of their own; absent: as many as come. */
  readonly rate: Rate | undefined;
  /** By method and path: `POST /o`. */
  readonly rates: ReadonlyMap<string, Rate>;
  readonly accessLog: { readonly group: string; readonly format: string } | undefined;
}

const rateOf = (setting: Json): Rate | undefined => {
  const [perSecond, atOnce] = [Number(at(setting, 'ThrottlingRateLimit')), Number(at(setting, 'ThrottlingBurstLimit'))];
  return Number.isFinite(perSecond) && Number.isFinite(atOnce) ? { perSecond, atOnce } : undefined;
};

/** `POST /~1o` of the settings is `POST /o`; `* /*` is every other method (CloudFormation, `MethodSetting`). */
const methodOf = (setting: Json): string =>
  `${textOf(at(setting, 'HttpMethod'))} ${textOf(at(setting, 'ResourcePath')).replace(/^\//, '').replaceAll('~1', '/')}`;

/** The stage that serves an API; `undefined` where none does. */
export const stageOf = (model: Model, api: Resource): Stage | undefined => {
  const stage = model
    .ofType('AWS::ApiGateway::Stage')
    .find((each) => textOf(each.properties.RestApiId) === api.ref && each.stack === api.stack);
  if (stage === undefined) return undefined;
  const settings = listOf(stage.properties.MethodSettings).flatMap((setting) => {
    const rate = rateOf(setting);
    return rate === undefined ? [] : [[methodOf(setting), rate] as const];
  });
  const rates = new Map(settings);
  const group = model.find(textOf(at(stage.properties, 'AccessLogSetting', 'DestinationArn')), 'AWS::Logs::LogGroup');
  const format = textOf(at(stage.properties, 'AccessLogSetting', 'Format'));
  return {
    address: `/restapis/${api.ref}/stages/${stage.ref}`,
    rate: rates.get('* *'),
    rates,
    accessLog: group && { group: group.name, format },
  };
};
