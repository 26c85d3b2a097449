/** What every call that leaves by Amazon Connect is made with. */
export interface CallRoute {
  /** The flow that speaks and listens, of the instance that its ARN names: `arn:…:instance/<id>/contact-flow/<id>`. */
  readonly flowArn: string;
  /** Numbers of the instance, in E.164: it calls from no other. */
  readonly numbers: readonly string[];
}
