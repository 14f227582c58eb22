import type { Actor } from '../actors/actor.js'
import { objectAt, textAt } from '../json.js'
import type { SeenMessage } from '../sight/seen.js'
import type { PracticeSlack } from '../slack.js'
import type { SharedFile } from '../world/message.js'
import type { View } from '../world/view.js'
import type { ShownFile, ShownMessage, ShownView } from './wire.js'

export function shownMessage(slack: PracticeSlack, actor: Actor, message: SeenMessage): ShownMessage {
  const { metadata: _, files, ...shown } = message
  return {
    ...shown,
    values: message.blocks.length > 0 ? actor.filledIn(message) : {},
    ...(files ? { files: files.map((file) => shownFile(slack, actor, file)) } : {}),
  }
}

/** What somebody dropped stays on their disk; what a bot uploaded can be looked at. */
function shownFile(
  slack: PracticeSlack,
  { user }: Actor,
  { id, name, title, alt_txt }: SharedFile,
): ShownFile {
  const isHere = slack.fileSeenBy(user.id, id) !== undefined
  const address = `/page/file?${new URLSearchParams({ user: user.id, id })}`
  const alt = isHere && name.endsWith('.png') ? { alt: alt_txt ?? '' } : {}
  return { id, name: title ?? name, ...(isHere ? { address } : {}), ...alt }
}

export function shownView({ manifest }: PracticeSlack, actor: Actor, view: View): ShownView {
  const label = (name: string) => textAt(objectAt(view.body, name), 'text')
  const [submit, close] = [label('submit'), label('close')]
  return {
    id: view.id,
    kind: view.kind,
    title: label('title') ?? manifest.appName,
    ...(submit ? { submit } : {}),
    ...(close ? { close } : {}),
    blocks: view.blocks,
    values: actor.filledIn(view),
    depth: actor.modals.length,
  }
}
