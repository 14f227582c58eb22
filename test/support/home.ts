import type { View } from '../../src/practice/world/view.js'
import type { Team } from './team.js'

/** The Home of somebody as it stands now. Throws where they have none. */
const homeNow = ({ slack }: Team, userId: string): View => {
  const { home } = slack.as(userId)
  if (home === undefined) throw new Error('no Home')
  return home
}

/** The Home of somebody, opened and awaited. */
export const homeOf = async (team: Team, userId: string): Promise<View> => {
  const { slack } = team
  await slack.as(userId).openHome()
  await slack.until(() => slack.as(userId).home, { what: 'a Home' })
  await slack.idle()
  return homeNow(team, userId)
}

/** What somebody's Home reads; nothing while there is none. */
export const readsHome = ({ slack }: Team, userId: string): string => {
  const { home } = slack.as(userId)
  return home === undefined ? '' : slack.visibleText(home)
}

const has = (text: string, what: string | RegExp): boolean =>
  typeof what === 'string' ? text.includes(what) : what.test(text)

/** Waits until somebody's Home has it. */
export const homeShows = (team: Team, userId: string, what: string | RegExp): Promise<unknown> =>
  team.slack.until(() => has(readsHome(team, userId), what), { what: `a Home with ${what}` })

/** Waits until somebody's Home does not have it any more. */
export const homeLoses = (team: Team, userId: string, what: string | RegExp): Promise<unknown> =>
  team.slack.until(() => !has(readsHome(team, userId), what), { what: `a Home without ${what}` })

/** Presses a button on somebody's Home, once it is there. */
export const pressesHome = async (team: Team, userId: string, label: string): Promise<void> => {
  await homeShows(team, userId, `[${label}]`)
  await team.slack.as(userId).press(homeNow(team, userId), label)
}
