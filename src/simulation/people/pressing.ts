import { isObject, type Json, objectsAt, textAt } from '../../practice/json.js'
import type { Random } from '../random.js'
import type { SlackWorld } from '../slack/slack-world.js'

/** Something that can be pressed, and the value that Slack would send along. */
export type Pressable = { readonly actionId: string; readonly value: string; readonly style: string }

/** Everything pressable in some blocks; of a select one option, by chance. */
export const pressables = (blocks: readonly Json[], random: Random): Pressable[] =>
  blocks
    .flatMap((block) => [
      ...objectsAt(block, 'elements'),
      ...(isObject(block.accessory) ? [block.accessory] : []),
    ])
    .flatMap((element) => {
      const options = objectsAt(element, 'options')
      const chosen = options.length > 0 ? random.pick(options) : element
      const [actionId, value] = [textAt(element, 'action_id'), textAt(chosen, 'value')]
      const style = textAt(element, 'style') ?? ''
      return actionId === undefined || value === undefined ? [] : [{ actionId, value, style }]
    })

export type Standing = { readonly channelId: string; readonly ts: string; readonly blocks: readonly Json[] }

/** The last of the bot's messages that stay, in all places. */
export const lastMessages = (slack: SlackWorld, limit: number): Standing[] =>
  slack.places.all().flatMap(({ id, messages }) =>
    [...messages.values()]
      .slice(-limit)
      .filter(({ userId, ephemeralTo }) => userId === slack.me.botUserId && ephemeralTo === undefined)
      .map(({ ts, blocks }) => ({ channelId: id, ts, blocks })),
  )
