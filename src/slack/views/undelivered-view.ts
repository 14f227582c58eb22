import type { Undelivered } from '../../app/nudges/compose-notice.js'
import { channelOf } from '../../domain/audience.js'
import { localDateOf } from '../../domain/local-time.js'
import type { Reply } from '../answer.js'
import { channel, command, joined, ours, say, type Words } from './copy.js'
import { longDay } from './days.js'
import { hint, line, page } from './page.js'

/** More places than these are counted and not named. */
const mostNamed = 5

/** To somebody who can mend it: where nobody hears of anybody, since when, why, and the next step. It names no person. */
export const undeliveredView = ({ places, since, why, zone }: Undelivered): Reply => {
  const day = longDay(localDateOf(since, zone))
  const { cause, next } = inWords(why)
  return page([
    line(
      say`Since ${ours(day)} I cannot bring people up ${where(places)}: ${cause}`,
      ...(silentWhy.has(why)
        ? [say`Until that is mended, what comes up about people there goes to their owners by DM.`]
        : []),
      next,
    ),
    hint(say`I say this once. As soon as I can, I go on by myself.`),
  ])
}

const where = (places: Undelivered['places']): Words => {
  const ids = places.flatMap((home) => channelOf(home) ?? [])
  const named = ids.slice(0, mostNamed).map((id) => channel(id))
  const more = ids.length - named.length
  const each = [
    ...named,
    ...(more > 0 ? [ours(`${more} more channels`)] : []),
    ...(ids.length < places.length ? [ours('direct messages')] : []),
  ]
  return say`in ${joined(each, ', ')}`
}

const silentWhy = new Set(['is_archived', 'not_in_channel', 'channel_not_found'])

type Told = { readonly cause: Words; readonly next: Words }

const reinstall = say`Next: whoever manages the app opens https://api.slack.com/apps, pastes the newest manifest and installs it again.`
const byAdmin = say`Next: an admin of the workspace allows apps to post there, or another channel takes over: ${command('/person home NAME #channel')}.`
const byOperator = (why: string): Words =>
  say`Next: please show this to whoever runs Personable: ${ours(why)}.`

const causes: Readonly<Record<string, Told>> = {
  is_archived: {
    cause: say`the channel is archived.`,
    next: say`Next: unarchive it, or move them to another channel: ${command('/person home NAME #channel')}.`,
  },
  not_in_channel: {
    cause: say`I was removed from the channel.`,
    next: say`Next: type ${command('/invite @Personable')} there, or move them: ${command('/person home NAME #channel')}.`,
  },
  channel_not_found: {
    cause: say`the channel is gone, or hidden from me since I was removed from it.`,
    next: say`Next: if it is still there, type ${command('/invite @Personable')} in it; else move them: ${command('/person home NAME #channel')}.`,
  },
  missing_scope: { cause: say`the app was installed without a permission that it needs.`, next: reinstall },
  messages_tab_disabled: {
    cause: say`direct messages to the app are switched off.`,
    next: say`Next: whoever manages the app opens https://api.slack.com/apps, *App Home*, and switches the *Messages Tab* on.`,
  },
  not_composed: {
    cause: say`I could not put together what I wanted to say there.`,
    next: byOperator('the log says why, at "A post could not be made"'),
  },
  cannot_look: {
    cause: say`Slack does not show me whether what I sent has arrived, and I would rather not send it twice.`,
    next: byOperator('conversations.history is refused'),
  },
  unreachable: {
    cause: say`Slack does not answer what I have to ask it first.`,
    next: byOperator('see the warnings in the log'),
  },
  ratelimited: {
    cause: say`Slack keeps putting me off, as having too much to do.`,
    next: byOperator('ratelimited'),
  },
}

const forbidden =
  /^(?:restricted_action\w*|posting_to_\w+|no_permission|access_denied|ekm_access_denied|enterprise_is_restricted|team_access_not_granted)$/

const inWords = (why: string): Told => {
  const known = Object.hasOwn(causes, why) ? causes[why] : undefined
  if (known !== undefined) return known
  if (forbidden.test(why)) return { cause: say`the workspace does not let me post there.`, next: byAdmin }
  return { cause: say`Slack refuses what I post there.`, next: byOperator(why) }
}
