import type { Actor } from '../actors/actor.js'
import { objectAt, textAt } from '../json.js'
import type { SeenMessage } from '../sight/seen.js'
import type { PracticeSlack } from '../slack.js'
import type { View } from '../world/view.js'
import type { ShownMessage, ShownView } from './wire.js'

export function shownMessage(actor: Actor, message: SeenMessage): ShownMessage {
  const { metadata: _, ...shown } = message
  return { ...shown, values: message.blocks.length > 0 ? actor.filledIn(message) : {} }
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
