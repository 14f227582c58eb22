import type { SeenMessage } from '../../src/practice/sight/seen.js'
import type { View } from '../../src/practice/world/view.js'
import { asked, handedIn, opened } from './doing.js'
import type { Team } from './team.js'

/** Keeps what somebody said, and opens the form in which it is allowed to be quoted. */
export const quotable = async (
  team: Team,
  line: string,
  userId = team.ana,
  place = team.customers,
): Promise<View> => {
  const kept = await asked(team, userId, place, `/person heard ${line}`)
  return opened(team, userId, kept, 'May be quoted')
}

/** What a field of a form is filled with. */
export const filledWith = ({ blocks }: Pick<View, 'blocks'>, field: string): string => {
  const block: unknown = blocks.find((each) => 'block_id' in each && each.block_id === field)
  const { initial_value: words, initial_option: option } = Object(Object(block).element)
  return String(words ?? Object(option).value ?? '')
}

/** Keeps what somebody said and lets it be quoted as it is proposed; answers what the bot says then. */
export const quotes = async (
  team: Team,
  line: string,
  userId = team.ana,
  place = team.customers,
): Promise<string> => handedIn(team, userId, await quotable(team, line, userId, place), {})

/** What `words` answers, to press upon. */
export const wordsOn = (
  team: Team,
  topic: string,
  userId = team.ben,
  place = team.general,
): Promise<SeenMessage> => asked(team, userId, place, `/person words ${topic}`)

/** What is proposed to be read by everybody of what was kept last in a channel, and what the bot says when it is handed in so. */
export const letsItBeQuoted = async (team: Team, userId: string, channelId: string): Promise<string> => {
  const last = team.slack.seenBy(userId, channelId).findLast((seen) => seen.isEphemeral)
  if (last === undefined) throw new Error('Nothing was kept there')
  const form = await opened(team, userId, last, 'May be quoted')
  const proposed = `(Proposed:) ${filledWith(form, 'text')}`
  const block: unknown = form.blocks.find((each) => 'block_id' in each && each.block_id === 'role')
  const chosen = Object(Object(Object(block).element).initial_option).text
  const who = block === undefined ? [] : [`(Who said it:) ${Object(chosen).text}`]
  return [proposed, ...who, await handedIn(team, userId, form, {})].join('\n')
}
