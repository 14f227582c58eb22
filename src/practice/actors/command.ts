import { judgeMessage } from '../blocks/message-draft.js'
import type { Receipt } from '../delivery/parcel.js'
import { isObject, type Json } from '../json.js'
import type { Channel } from '../world/channel.js'
import { enterpriseOf } from '../world/organisation.js'
import type { User } from '../world/user.js'
import type { ActorParts } from './parts.js'
import { Run } from './run.js'
import { typedText } from './typed-text.js'

/** Types a slash command; resolves when the bot acknowledged it, or Slack gave up. */
export async function command(
  parts: ActorParts,
  user: User,
  channel: Channel,
  line: string,
  raw: boolean,
): Promise<Run> {
  const { workspace, views, triggers, responseUrls } = parts
  const { manifest, record, identity } = workspace
  const standing = workspace.standing()
  const enterprise = enterpriseOf(workspace)
  const [first = ''] = line.split(/\s/, 1)
  const name = first.startsWith('/') ? first : ([...manifest.commands.keys()][0] ?? first)
  const typed = first.startsWith('/') ? line.slice(first.length).trimStart() : line
  const run = new Run(name, workspace, views)
  const declared = manifest.commands.get(name)
  const withheld = whyWithheld(parts, user, name)
  if (!declared || withheld) {
    run.delivered = false
    const note = withheld ?? `${name} is not a command of this app`
    record.note({ direction: 'withheld', kind: 'command', name, body: { text: typed }, note })
    if (user.standing !== 'outsider' && standing) record.problem('not_declared', note)
    tell(parts, run, user, channel, `${name} is not a valid command.`, 'unknown_command')
    return run
  }
  const to = { userId: user.id, channelId: channel.id, source: undefined, listener: run }
  const payload: Json = {
    token: 'practice',
    team_id: identity.teamId,
    team_domain: identity.teamDomain,
    channel_id: channel.id,
    channel_name: channelName(channel),
    user_id: user.id,
    user_name: user.name,
    command: name,
    text: raw || !declared.shouldEscape ? typed : typedText(workspace, typed, { withNames: true }),
    api_app_id: identity.appId,
    ...(enterprise ? { enterprise_id: enterprise.id, enterprise_name: enterprise.name } : {}),
    is_enterprise_install: String(standing?.isOrgWide === true),
    response_url: `${parts.origin()}${responseUrls.issue(to)}`,
    trigger_id: triggers.issue(user.id, { onOpen: (viewId) => run.noteView(viewId) }),
  }
  const receipt = await parts.carrier.deliver({ kind: 'slash_commands', name, payload })
  run.tookMs = receipt.tookMs
  if (receipt.ok) take(parts, run, user, channel, receipt)
  else {
    const error = receipt.reason.endsWith('timeout') ? 'operation_timeout' : 'dispatch_failed'
    tell(parts, run, user, channel, `${name} failed with the error "${error}"`, error)
  }
  return run
}

function whyWithheld(parts: ActorParts, user: User, name: string): string | undefined {
  const { identity, standing } = parts.workspace
  if (user.teamId !== identity.teamId) return `${name} is there only for members of the installing workspace`
  const installed = standing()
  if (!installed) return 'the app is not installed in this workspace'
  if (!installed.scopes.has('commands')) return 'the app has no scope commands'
  return undefined
}

/** What the acknowledgement carries is the first answer. */
function take(
  parts: ActorParts,
  run: Run,
  user: User,
  channel: Channel,
  receipt: Extract<Receipt, { ok: true }>,
) {
  run.ackBody = receipt.body
  const body = typeof receipt.body === 'string' ? { text: receipt.body } : receipt.body
  run.acknowledged = true
  if (!isObject(body) || ['text', 'blocks', 'attachments'].every((key) => body[key] === undefined)) {
    return parts.workspace.changes.touch()
  }
  const judgement = judgeMessage(body)
  if (judgement.ok) {
    const to = { userId: user.id, channelId: channel.id, source: undefined, listener: run }
    return parts.responseUrls.show(to, body, judgement.content)
  }
  run.acknowledged = false
  const faults = judgement.faults.join(' ')
  parts.workspace.record.problem('refused_blocks', `The answer to ${run.name}: ${judgement.error} ${faults}`)
  const text = `${run.name} failed with the error "invalid_command_response"`
  tell(parts, run, user, channel, text, 'invalid_command_response')
}

/** Slack itself tells the user what went wrong. */
function tell(parts: ActorParts, run: Run, user: User, channel: Channel, text: string, error: string): void {
  run.error = error
  const draft = { channelId: channel.id, userId: 'USLACKBOT', ephemeralTo: user.id, fromSlack: true }
  parts.posts.post({ ...draft, text })
}

function channelName(channel: Channel): string {
  if (channel.kind === 'im') return 'directmessage'
  return channel.kind === 'private' ? 'privategroup' : channel.name
}
