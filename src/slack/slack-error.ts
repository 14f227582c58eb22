import { heldBack } from '../app/ports/messenger.js'
import { SlackUnavailable } from '../app/ports.js'
import { Held } from './pacing/held.js'

/**
 * What went wrong between us and Slack, as far as a caller has to know.
 * `temporary`: nothing happened, the same call may do later. `permanent`: nothing happened, and somebody must mend
 * something first. `uncertain`: it may have happened; look before doing it again.
 */
export type SlackTrouble =
  | { readonly kind: 'temporary'; readonly code: string; readonly retryAfterMs: number | null }
  | { readonly kind: 'permanent'; readonly code: string }
  | { readonly kind: 'uncertain'; readonly code: string }

type Fate = readonly [kind: SlackTrouble['kind'], why: string]
const place = (why: string): Fate => ['permanent', why]
const person = (why: string): Fate => ['permanent', why]
const access = (why: string): Fate => ['permanent', why]
const ours = (why: string): Fate => ['permanent', `Our own mistake: ${why}`]
const later = (why: string): Fate => ['temporary', why]
const maybe = (why: string): Fate => ['uncertain', why]

const tokenIsBad = {
  invalid_auth: access('Slack does not accept the token.'),
  not_authed: access('No token was sent.'),
  account_inactive: access('The app was removed, or its workspace is gone.'),
  token_revoked: access('The token was revoked.'),
  token_expired: access('The token has expired.'),
  user_removed_from_team: access('The bot was removed from the workspace.'),
  team_disabled: access('The workspace was disabled.'),
  not_allowed_token_type: access('The token is of the wrong kind.'),
} satisfies Record<string, Fate>

/** Slack's error codes, each decided here and nowhere else. */
const fates: Readonly<Record<string, Fate>> = {
  ...tokenIsBad,
  missing_scope: access('The app was installed without a permission that it needs: install it again.'),
  no_permission: access('The app may not do this in the workspace.'),
  access_denied: access('The app may not do this in the workspace.'),
  ekm_access_denied: access('The administrators have suspended posting.'),
  enterprise_is_restricted: access('The app may not act for this organisation.'),
  org_login_required: access('The workspace is moving, or wants its members to sign in again.'),
  team_access_not_granted: access('The app was not approved for this workspace.'),
  two_factor_setup_required: access('The workspace wants two-factor sign-in first.'),
  is_archived: place('The channel is archived.'),
  channel_not_found: place('The channel is gone, or hidden from the bot.'),
  not_in_channel: place('The bot is not in the channel: invite it.'),
  user_not_in_channel: place('The teammate is not in the channel.'),
  restricted_action: place('The workspace does not let apps post there.'),
  restricted_action_read_only_channel: place('The channel is read-only.'),
  restricted_action_thread_only_channel: place('The channel takes replies in threads only.'),
  restricted_action_non_threadable_channel: place('The channel takes no threads.'),
  restricted_action_thread_locked: place('The thread is locked.'),
  posting_to_general_channel_denied: place('The workspace does not let apps post there.'),
  cannot_reply_to_message: place('The message takes no replies.'),
  team_not_found: place('The workspace is gone.'),
  messages_tab_disabled: access('Messages to the app are switched off: see App Home in its settings.'),
  cannot_dm_bot: person('It is a bot.'),
  user_not_found: person('Nobody has this id.'),
  user_not_visible: person('The bot may not see this user.'),
  user_disabled: person('The user was deactivated.'),
  users_list_not_supplied: ours('no user was named.'),
  message_not_found: place('The message is gone.'),
  thread_not_found: place('The thread is gone.'),
  cant_update_message: place('The message may not be changed.'),
  cant_delete_message: place('The message may not be deleted.'),
  edit_window_closed: place('The message is too old to be changed.'),
  file_uploads_disabled: access('The workspace takes no files.'),
  file_uploads_except_images_disabled: access('The workspace takes pictures alone.'),
  file_type_not_allowed: access('The workspace does not take files of this type.'),
  file_upload_size_restricted: access('The workspace takes no files as large as this.'),
  storage_limit_reached: access('The workspace has no room for files left.'),
  posting_to_channel_denied: place('The app may not post there.'),
  file_not_found: maybe('The file did not arrive.'),
  file_update_failed: maybe('Slack failed on the way.'),
  expired_trigger_id: place('Slack waits three seconds for a form, and they had passed.'),
  trigger_expired: place('Slack waits three seconds for a form, and they had passed.'),
  exchanged_trigger_id: place('The form was opened before.'),
  trigger_exchanged: place('The form was opened before.'),
  invalid_trigger_id: place('Slack does not know what the form belongs to.'),
  push_limit_reached: place('Three forms lie on top of each other.'),
  not_found: place('The form was closed.'),
  hash_conflict: place('The form was changed meanwhile.'),
  invalid_blocks: ours('Slack does not accept the blocks.'),
  invalid_blocks_format: ours('Slack does not accept the blocks.'),
  msg_blocks_too_long: ours('the blocks are too long.'),
  msg_too_long: ours('the text is too long.'),
  parameter_validation_failed: ours('Slack does not accept what a step of a workflow gave.'),
  execution_not_in_running_state: place('The step of the workflow had ended before.'),
  function_execution_not_found: place('The workflow is gone.'),
  no_text: ours('there is no text.'),
  too_many_attachments: ours('there are too many attachments.'),
  view_too_large: ours('the form is too large.'),
  invalid_arguments: ours('Slack does not accept the arguments.'),
  invalid_arg_name: ours('Slack does not know an argument.'),
  invalid_metadata_format: ours('Slack does not accept the metadata.'),
  invalid_metadata_schema: ours('Slack does not accept the metadata.'),
  metadata_too_large: ours('the metadata is too large.'),
  unknown_method: ours('Slack does not know the method.'),
  method_deprecated: ours('Slack no longer has the method.'),
  deprecated_endpoint: ours('Slack no longer has the method.'),
  ratelimited: later('Too many calls.'),
  rate_limited: later('Too many calls.'),
  message_limit_exceeded: later('Too many messages in the workspace.'),
  accesslimited: later('Slack has limited access for now.'),
  service_unavailable: later('Slack is down.'),
  team_added_to_org: later('The workspace is joining an organisation.'),
  request_timeout: maybe('Slack did not read the request in time.'),
  // Slack: "It's possible some aspect of the operation succeeded before the error was raised."
  internal_error: maybe('Slack failed on the way.'),
  fatal_error: maybe('Slack failed on the way.'),
}

/** A sentence for whoever can mend it. */
export const whyOf = (code: string): string => fates[code]?.[1] ?? 'Slack refused it.'

/** Whether waiting cannot help, because Slack does not accept the token. */
export const isBadToken = (code: string): boolean => code in tokenIsBad

/** A code that may be counted by: there are so many of them, whatever a proxy or a later Slack may say. */
export const countedCode = (code: string): string =>
  code in fates || neverSent.has(code) || /^http_[1-5]\d\d$/.test(code) ? code : 'other'

/** The request never left: nobody listens, the name is unknown, or there is no token to call with (see `NoToken`). */
const neverSent = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ENETUNREACH',
  'EHOSTUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
  'no_token',
])

/** Judges whatever a call to Slack threw. Unknown codes are permanent: repeating them would be noise for ever. */
export const troubleOf = (error: unknown): SlackTrouble => {
  if (!(error instanceof Error)) return { kind: 'uncertain', code: 'unknown' }
  if (error instanceof Held) return { kind: 'temporary', code: heldBack, retryAfterMs: error.againMs }
  if ('retryAfter' in error && typeof error.retryAfter === 'number')
    return { kind: 'temporary', code: 'ratelimited', retryAfterMs: error.retryAfter * 1000 }
  // web-api has no class for a 429 without a usable Retry-After.
  if (error.message.startsWith('Retry header did not contain'))
    return { kind: 'temporary', code: 'ratelimited', retryAfterMs: null }
  const code = platformCode(error)
  if (code !== null) return ofCode(code)
  // A 5xx may come after the deed, a 4xx before it.
  if ('statusCode' in error && typeof error.statusCode === 'number')
    return error.statusCode >= 500
      ? { kind: 'uncertain', code: `http_${error.statusCode}` }
      : { kind: 'permanent', code: `http_${error.statusCode}` }
  const network = networkCode(error)
  return neverSent.has(network)
    ? { kind: 'temporary', code: network, retryAfterMs: null }
    : { kind: 'uncertain', code: network }
}

const ofCode = (code: string): SlackTrouble => {
  // A proxy's page instead of Slack's answer arrives as if it were a code.
  if (!/^[\w.:-]{1,80}$/.test(code)) return { kind: 'uncertain', code: 'not_slack' }
  const kind = fates[code]?.[0] ?? 'permanent'
  return kind === 'temporary' ? { kind, code, retryAfterMs: null } : { kind, code }
}

const platformCode = (error: Error): string | null => {
  if (!('data' in error) || typeof error.data !== 'object' || error.data === null) return null
  return 'error' in error.data && typeof error.data.error === 'string' ? error.data.error : null
}

const networkCode = (error: Error, depth = 4): string => {
  const code: unknown = 'code' in error ? error.code : undefined
  if (depth > 0 && error.cause instanceof Error) return networkCode(error.cause, depth - 1)
  return typeof code === 'string' && code !== '' ? code : error.name
}

/** For readers: Slack could not be asked just now, as against having answered no. */
export const unavailable = (trouble: SlackTrouble, cause: unknown): SlackUnavailable =>
  new SlackUnavailable(`Slack could not be asked: ${trouble.code}`, { cause })
