import type { SeenMessage } from '../../src/practice/sight/seen.js'
import { asked, pressed } from './doing.js'
import { quotes } from './quoting.js'
import type { Team } from './team.js'

type Trying = { readonly userId?: string; readonly place?: string; readonly nth?: number }

/** The page on which a sketch is held against somebody. */
export const triesOn = async (
  team: Team,
  who: string,
  { userId = team.ana, place = team.customers }: Trying = {},
): Promise<SeenMessage> => {
  const card = await asked(team, userId, place, `/person ${who}`)
  const more = await pressed(team, userId, card, 'More')
  return pressed(team, userId, more, 'Try a sketch')
}

/** Says of somebody whether the claim at a place in the only sketch (the first, unless said otherwise) holds. */
export const finds = async (
  team: Team,
  who: string,
  which: 'Holds' | 'Does not',
  trying: Trying = {},
): Promise<SeenMessage> => {
  const { userId = team.ana, nth = 0 } = trying
  return pressed(team, userId, await triesOn(team, who, trying), which, { nth })
}

/** The same, as something that they said shows, which everybody may read. */
export const findsByWords = async (
  team: Team,
  who: string,
  said: string,
  which: 'Holds' | 'Does not',
  trying: Trying = {},
): Promise<void> => {
  const { userId = team.ana, place = team.customers, nth = 0 } = trying
  await quotes(team, `${who}: ${said}`, userId, place)
  const page = await triesOn(team, who, trying)
  await team.slack.as(userId).choose(page, 'Which note shows it?', said)
  await pressed(team, userId, page, which, { nth })
}
