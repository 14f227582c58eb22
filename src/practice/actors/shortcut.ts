import { messageObject } from '../world/message.js'
import type { User } from '../world/user.js'
import { deliverInteraction } from './interaction.js'
import { type ActorParts, interactionBase } from './parts.js'
import { Run } from './run.js'
import { current, type Surface } from './surface.js'

/** Uses a shortcut: on a message when one is given, else the global one. Outsiders have none. */
export async function shortcut(
  parts: ActorParts,
  user: User,
  callbackId: string,
  on?: Exclude<Surface, { kind: string }>,
): Promise<Run> {
  const { workspace, views, triggers, responseUrls } = parts
  const { manifest, record, clock, identity } = workspace
  const type = on ? 'message_action' : 'shortcut'
  const run = new Run(type, workspace, views)
  const isOutsider = user.teamId !== identity.teamId
  const isInstalled = workspace.standing() !== undefined
  if (isOutsider || !isInstalled || manifest.shortcuts.get(callbackId) !== (on ? 'message' : 'global')) {
    run.delivered = false
    const note = isOutsider
      ? 'shortcuts are there only for members of the installing workspace'
      : !isInstalled
        ? 'the app is not installed in this workspace'
        : `the manifest declares no ${on ? 'message' : 'global'} shortcut ${callbackId}`
    record.note({
      direction: 'withheld',
      kind: 'interaction',
      name: type,
      body: { callback_id: callbackId },
      note,
    })
    if (!isOutsider && isInstalled) record.problem('not_declared', note)
    return run
  }
  const common = {
    type,
    ...interactionBase(parts, user, 'of the installation'),
    callback_id: callbackId,
    action_ts: clock.nextTs(),
    trigger_id: triggers.issue(user.id, { onOpen: (viewId) => run.noteView(viewId) }),
  }
  const message = on && current(parts, user, on).message
  if (!message) {
    await deliverInteraction(parts, run, common)
    return run
  }
  const channel = workspace.channel(message.channelId)
  const to = { userId: user.id, channelId: channel.id, source: undefined, listener: run }
  await deliverInteraction(parts, run, {
    ...common,
    message_ts: message.ts,
    message: messageObject(message, workspace.repliesTo(message), false),
    channel: { id: channel.id, name: channel.kind === 'private' ? 'privategroup' : channel.name },
    response_url: `${parts.origin()}${responseUrls.issue(to)}`,
  })
  return run
}
