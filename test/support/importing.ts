import { readFileSync } from 'node:fs'
import type { SeenMessage } from '../../src/practice/sight/seen.js'
import { directOf } from './handed.js'
import { aTeam, type Team, type TeamOptions } from './team.js'

/** A team whose messages about imports may change often. */
export const anImportingTeam = (options: TeamOptions = {}): Promise<Team> =>
  aTeam({ ...options, tuning: { progressMs: 10, ...options.tuning } })

/** What is in a file of data/samples. */
export const sample = (name: string): Buffer =>
  readFileSync(new URL(`../../data/samples/${name}`, import.meta.url))

/** A small file as LinkedIn writes it: rows of given name, family name, slug, company, position. */
export const linkedin = (...rows: readonly (readonly [string, string, string, string, string])[]): string =>
  [
    'Notes:',
    '"When exporting your connection data, you may notice that some of the email addresses are missing."',
    '',
    'First Name,Last Name,URL,Email Address,Company,Position,Connected On',
    ...rows.map(
      ([given, family, slug, company, title]) =>
        `${given},${family},https://www.linkedin.com/in/${slug},,${company},${title},12 Mar 2021`,
    ),
    '',
  ].join('\r\n')

/** The newest of the bot's messages in somebody's DM that says this; waits for it. */
export const told = (team: Team, userId: string, text: string | RegExp): Promise<SeenMessage> =>
  team.slack.until(
    () =>
      team.slack
        .seenBy(userId, directOf(team, userId))
        .filter(({ user }) => user === team.slack.botUserId)
        .findLast((seen) => saysIn(team, seen, text)),
    { what: `a message that says ${String(text)}`, timeoutMs: 30_000 },
  ) as Promise<SeenMessage>

const saysIn = ({ slack }: Team, seen: SeenMessage, text: string | RegExp): boolean => {
  const said = slack.visibleText(seen)
  return typeof text === 'string' ? said.includes(text) : text.test(said)
}

/** `/person import` typed in a place, and its form handed in; answers what is wrong with it. */
export const handsIn = async (
  { slack }: Team,
  userId: string,
  channelId: string,
  name: string,
  content: string | Buffer | number,
): Promise<Record<string, string>> => {
  const actor = slack.as(userId)
  const view = await (await actor.command(channelId, '/person import')).modal()
  const run = await actor.submit(view, { file: actor.bring(name, content) })
  return run.errors
}

/** Drops a file into somebody's DM with the bot. */
export const drops = async (team: Team, userId: string, name: string, content: string | Buffer | number) =>
  team.slack.as(userId).share(directOf(team, userId), name, content)
