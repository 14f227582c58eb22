import { ErrorCode } from '@slack/oauth'
import { StoreUnavailable } from '../../app/ports.js'
import { troubleOf } from '../slack-error.js'
import type { StateFault } from './state.js'

/** Why an installation came to nothing. */
export type Refusal =
  | 'denied'
  | 'missing-state'
  | StateFault
  | 'missing-code'
  | 'wrong-code'
  | 'slack-away'
  | 'half'
  | 'unkept'
  | AnswerFault
  | 'misconfigured'
  | 'unknown'

/** What is wrong with that which Slack hands over. */
export type AnswerFault = 'no-bot' | 'other-app' | 'missing-scopes'

/** `code` is what `@slack/oauth` hands on. */
export class AnswerRefused extends Error {
  override readonly name = 'AnswerRefused'
  readonly code: AnswerFault
  constructor(fault: AnswerFault) {
    super('What Slack hands over is not an installation of this app')
    this.code = fault
  }
}

/** How far the way from a code to an installation was gone: nothing asked, the code shown, a token received. */
export type Stage = 'before' | 'shown' | 'received'

const byCode: Readonly<Record<string, Refusal>> = {
  [ErrorCode.AuthorizationError]: 'denied',
  [ErrorCode.MissingStateError]: 'missing-state',
  [ErrorCode.InvalidStateError]: 'state-elsewhere',
  [ErrorCode.MissingCodeError]: 'missing-code',
  'wrong-state': 'wrong-state',
  'expired-state': 'expired-state',
  'used-state': 'used-state',
  'state-elsewhere': 'state-elsewhere',
  'no-bot': 'no-bot',
  'other-app': 'other-app',
  'missing-scopes': 'missing-scopes',
}

/** What Slack says to a code, of which the operator alone can mend the last. */
const bySlack: Readonly<Record<string, Refusal>> = {
  invalid_code: 'wrong-code',
  code_already_used: 'wrong-code',
  access_denied: 'denied',
  bad_client_secret: 'misconfigured',
  invalid_client_id: 'misconfigured',
  bad_redirect_uri: 'misconfigured',
  oauth_authorization_url_mismatch: 'misconfigured',
}

/** Which refusal it is that somebody hears of. */
export const refusalOf = (error: unknown, stage: Stage): Refusal => {
  if (error instanceof StoreUnavailable) return stage === 'received' ? 'unkept' : 'unknown'
  const code: unknown = error instanceof Error && 'code' in error ? error.code : undefined
  const known = typeof code === 'string' && Object.hasOwn(byCode, code) ? byCode[code] : undefined
  if (known !== undefined) return known
  if (stage === 'before') return 'unknown'
  const trouble = troubleOf(error)
  const told = Object.hasOwn(bySlack, trouble.code) ? bySlack[trouble.code] : undefined
  if (told !== undefined) return told
  if (stage === 'received') return 'half'
  return trouble.kind === 'permanent' ? 'missing-code' : 'slack-away'
}
