/** There is no token with which to call Slack: nothing was sent. `slack-error.ts` knows the code. */
export class NoToken extends Error {
  override readonly name = 'NoToken'
  readonly code = 'no_token'
  constructor() {
    super('This installation has no token that Slack takes')
  }
}
