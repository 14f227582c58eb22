import { whoAsks } from '../../app/asker.js'
import { peopleLike } from '../../app/people/like.js'
import type { Lookup } from '../incoming.js'
import type { Choice } from '../listeners.js'
import { nameAndRole } from '../views/choices.js'
import type { Bot } from './bot.js'

/** Slack shows at most a hundred; nobody reads more than two dozen. */
const shown = 20

/** Type-ahead over the people that the asker may see. Each choice's value is a person's id. */
export const offerPeople =
  (bot: Bot) =>
  async ({ query, workspaceId, teamId, userId, channelId }: Lookup): Promise<readonly Choice[]> => {
    if (teamId !== workspaceId) return []
    const asker = await whoAsks(bot, { workspaceId, userId, channelId, at: bot.clock(), cause: null })
    if ('notATeammate' in asker) return []
    const people = await peopleLike(bot.uow, asker, query, shown)
    return people.map((person) => ({ text: nameAndRole(person), value: person.id }))
  }

/** The same in a message that asks whom something is about: the block's id is the draft that a choice answers. */
export const offerPeopleForDraft =
  (bot: Bot) =>
  async (lookup: Lookup): Promise<readonly Choice[]> =>
    (await offerPeople(bot)(lookup)).map(({ text, value }) => ({ text, value: `${lookup.blockId}:${value}` }))
