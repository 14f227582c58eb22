import type { SeenMessage } from '../../src/practice/sight/seen.js'
import type { Team } from './team.js'

/** Somebody's DM with the bot. */
export const directOf = ({ slack }: Team, userId: string): string => slack.places.dm(userId).id

/** The messages with files that the bot showed to somebody in their DM, oldest first. */
export const filesShown = (team: Team, userId: string): SeenMessage[] =>
  team.slack.seenBy(userId, directOf(team, userId)).filter(({ files }) => files !== undefined)

/** What is in the files of the last such message, by how their names end. */
export const handedTo = (team: Team, userId: string): Record<'html' | 'vcf' | 'json', string> => {
  const files = filesShown(team, userId).at(-1)?.files ?? []
  const ending = (end: string): string => {
    const file = files.find(({ name }) => name.endsWith(`.${end}`))
    return team.slack.fileSeenBy(userId, file?.id ?? '')?.bytes.toString('utf8') ?? ''
  }
  return { html: ending('html'), vcf: ending('vcf'), json: ending('json') }
}
