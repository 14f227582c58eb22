import type { SeenMessage } from '../../src/practice/sight/seen.js'
import type { View } from '../../src/practice/world/view.js'
import type { Team } from './team.js'

type Given = Parameters<ReturnType<Team['slack']['as']>['submit']>[1]
type Narrowing = Parameters<ReturnType<Team['slack']['as']>['press']>[2]

/** Everything of the bot's that this user sees anywhere, by place and stamp, as it reads now. */
const botWords = ({ slack }: Team, userId: string): Map<string, SeenMessage> =>
  new Map(
    slack.places
      .all()
      .flatMap(({ id }) => slack.seenBy(userId, id))
      .filter((seen) => seen.user === slack.botUserId)
      .map((seen) => [`${seen.channelId}/${seen.ts}`, seen]),
  )

/** The first message of the bot's that this user sees because of a deed, or sees changed. */
export const told = async (
  team: Team,
  userId: string,
  deed: () => Promise<unknown>,
  what = 'an answer',
): Promise<SeenMessage> => {
  const { slack } = team
  const before = new Map([...botWords(team, userId)].map(([key, seen]) => [key, JSON.stringify(seen)]))
  await deed()
  const news = await slack.until(
    () => [...botWords(team, userId)].find(([key, seen]) => before.get(key) !== JSON.stringify(seen)),
    { what },
  )
  if (news === undefined) throw new Error(`nothing told: ${what}`)
  return news[1]
}

/** The same, as the words that they read. */
export const words = async (team: Team, userId: string, deed: () => Promise<unknown>): Promise<string> =>
  team.slack.visibleText(await told(team, userId, deed))

/** Types a command and answers the message that answers it, to press upon. */
export const asked = async (
  team: Team,
  userId: string,
  channelId: string,
  line: string,
): Promise<SeenMessage> => (await team.slack.as(userId).command(channelId, line)).answer()

/** Types several commands, one after the other. */
export const types = async (
  team: Team,
  userId: string,
  channelId: string,
  ...lines: readonly string[]
): Promise<void> => {
  for (const line of lines) await team.types(userId, channelId, `/person ${line}`)
}

/** Presses a button and answers what it brought: the message in its place, or beside it. */
export const pressed = async (
  { slack }: Team,
  userId: string,
  surface: SeenMessage,
  which: string | RegExp,
  narrowing: Narrowing = {},
): Promise<SeenMessage> =>
  (await slack.as(userId).press(surface, labelled(surface, which), narrowing)).answer()

/** The label of the button that reads like this. */
const labelled = ({ blocks }: SeenMessage, which: string | RegExp): string => {
  if (typeof which === 'string') return which
  const labels = [
    ...JSON.stringify(blocks).matchAll(/"type":"button","text":\{[^}]*"text":"((?:[^"\\]|\\.)*)"/g),
  ]
  const found = labels.map((label) => String(JSON.parse(`"${label[1]}"`))).find((label) => which.test(label))
  if (found === undefined)
    throw new Error(`No button reads like ${which}: ${labels.map((label) => label[1])}`)
  return found
}

/** Presses a button that opens a form. */
export const opened = async (
  { slack }: Team,
  userId: string,
  surface: SeenMessage,
  which: string | RegExp,
  narrowing: Narrowing = {},
): Promise<View> => (await slack.as(userId).press(surface, labelled(surface, which), narrowing)).modal()

/** Fills a form in, hands it in, and answers what the bot says then. */
export const handedIn = (team: Team, userId: string, view: View, values: Given): Promise<string> =>
  words(team, userId, async () => {
    const { errors } = await team.slack.as(userId).submit(view, values)
    if (Object.keys(errors).length > 0) throw new Error(`The form came back: ${JSON.stringify(errors)}`)
  })

/** Hands a form in that is shown anew, in its own place. */
export const comesBack = async (
  { slack }: Team,
  userId: string,
  view: View,
  values: Given,
): Promise<View> => {
  const run = await slack.as(userId).submit(view, values)
  if (Object.keys(run.errors).length > 0)
    throw new Error(`The form has errors: ${JSON.stringify(run.errors)}`)
  return run.modal()
}

/** Hands a form in that comes back: what is wrong, by field. */
export const sentBack = async (
  team: Team,
  userId: string,
  view: View,
  values: Given,
): Promise<Record<string, string>> => (await team.slack.as(userId).submit(view, values)).errors

/** Asks again until it holds: for what happens without a word, as a reaction taken off. */
export const eventually = async (
  what: string,
  look: () => Promise<boolean>,
  patienceMs = 15_000,
): Promise<void> => {
  const giveUpAt = performance.now() + patienceMs
  while (!(await look())) if (performance.now() > giveUpAt) throw new Error(`It never came: ${what}`)
}
