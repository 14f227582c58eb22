import type { SeenMessage } from '../../src/practice/sight/seen.js'
import { asked, pressed } from './doing.js'
import { reads } from './knowing-frank.js'
import type { Team } from './team.js'

/** Types `merge ...` and presses what makes them one; answers what is said then. */
export const merges = async (
  team: Team,
  line: string,
  { userId = team.ana, channelId = team.customers, which = 'Make them one' } = {},
): Promise<string> => {
  const question = await asked(team, userId, channelId, `/person merge ${line}`)
  return reads(team, await pressed(team, userId, question, which))
}

/** Types `unmerge ...`; answers the question. */
export const unmerges = (
  team: Team,
  line: string,
  { userId = team.ana, channelId = team.customers } = {},
): Promise<SeenMessage> => asked(team, userId, channelId, `/person unmerge ${line}`)
