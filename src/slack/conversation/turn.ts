import { whoAsks } from '../../app/asker.js'
import { partOf } from '../../app/part-of.js'
import { type Answer, nothing, refusal } from '../answer.js'
import type { From } from '../incoming.js'
import { notATeammateView } from '../views/rejection-view.js'
import type { Bot, Turn } from './bot.js'

type Taking = {
  readonly from: From
  readonly triggerId: string | null
  readonly typed: string
  readonly cause?: string
}

/**
 * Who is there, then what they want. Guests, outsiders and bots get a sentence when they typed or pressed something,
 * and nothing else.
 */
export const takeTurn = async (
  bot: Bot,
  { from, triggerId, typed, cause = from.delivery }: Taking,
  go: (turn: Turn) => Promise<Answer>,
): Promise<Answer> => {
  const { workspaceId, userId, channelId } = from
  if (from.teamId !== workspaceId) return refusal(notATeammateView('outsider'))
  const asker = await whoAsks(bot, { workspaceId, userId, channelId, at: bot.clock(), cause })
  if (!('notATeammate' in asker)) return go({ asker, from, triggerId, typed })
  return asker.notATeammate === 'bot' ? nothing : refusal(notATeammateView(asker.notATeammate))
}

/**
 * A further act in the same turn: a delivery carries out each of its acts once, and one `undo` takes back all of
 * them.
 */
export const furtherAct = (bot: Bot, turn: Turn, firstActId: string): { bot: Bot; turn: Turn } => {
  const cause = turn.asker.cause === null ? null : `${turn.asker.cause}:then`
  return {
    bot: { ...bot, uow: partOf(bot.uow, firstActId) },
    turn: { ...turn, asker: { ...turn.asker, cause } },
  }
}
