import { scopeOf } from '../../app/asker.js'
import { aboutWhom, type ReactedMessage, type Said } from '../../app/reactions/about-whom.js'
import { type Meaning, reactionKey } from '../../app/reactions/log-reaction.js'
import { withdrawReaction } from '../../app/reactions/withdraw-reaction.js'
import { meaningOf } from '../../content/reactions.js'
import { channelHome, teammateHome } from '../../domain/audience.js'
import { localDateOf } from '../../domain/local-time.js'
import { type Answer, nothing, reply } from '../answer.js'
import { plainText, unescapeSlack } from '../command/words.js'
import type { Bot, Turn } from '../conversation/bot.js'
import { putAside } from '../conversation/drafts.js'
import { takeTurn } from '../conversation/turn.js'
import { isDirect } from '../directory/channel-facts.js'
import type { MessageAt } from '../history.js'
import type { Reaction } from '../incoming.js'
import { noWordsView } from '../views/draft-view.js'
import { aboutWhomView } from '../views/pick-view.js'
import { logPicked } from './log-picked.js'

/** Longest message of Slack's that is worth keeping whole; see `longestNote`. */
const longestText = 12_000

/** A reaction put on or taken off. Whoever may not use the product is not answered at all. */
export const onReacted =
  (bot: Bot) =>
  async (reaction: Reaction): Promise<Answer> => {
    if (reaction.teamId !== reaction.workspaceId) return nothing
    const meaning = await meaningThere(bot, reaction)
    if (meaning === undefined && (reaction.added || !(await loggedBefore(bot, reaction)))) return nothing
    const user = await bot.directory.user(reaction.userId)
    if (user.standing !== 'member') return nothing
    return takeTurn(bot, { from: reaction, triggerId: null, typed: '' }, async (turn) => {
      if (reaction.added && meaning !== undefined) return reactionOn(bot, turn, reaction, meaning)
      if (await isNews(bot, turn, reaction)) await withdrawReaction(bot, turn.asker, reaction)
      return nothing
    })
  }

/** What it says in the channel, or the DM, that it stands in. Most reactions say nothing, so Slack is not asked. */
const meaningThere = async (bot: Bot, reaction: Reaction): Promise<Meaning | undefined> => {
  const { workspaceId, channelId, userId, emoji } = reaction
  const home = isDirect(channelId) ? teammateHome(userId) : channelHome(channelId)
  const place = await bot.uow.read({ workspaceId, audience: 'everything' }, ({ places }) => places.get(home))
  return meaningOf(bot.reactions, emoji, place?.reactions)
}

/** Taken off, it takes back what it logged, also where its emoji has come to mean nothing since. */
const loggedBefore = async (bot: Bot, reaction: Reaction): Promise<boolean> => {
  const { workspaceId, channelId, messageTs, userId, emoji } = reaction
  const scope = { workspaceId, audience: 'everything' } as const
  const logged = await bot.uow.read(scope, ({ marks }) => marks.on(channelId, messageTs))
  return logged.some((mark) => mark.userId === userId && mark.emoji === emoji)
}

/**
 * Events are repeated, and arrive out of order: no turn counts that is older than what is known. The newest counts again,
 * since the process that noted it down may have died before anything came of it; what came of it is done once.
 */
const isNews = (bot: Bot, { asker }: Turn, reaction: Reaction): Promise<boolean> => {
  const key = reactionKey(reaction, asker.userId)
  const { eventTs, added: on } = reaction
  return bot.uow.keep(
    scopeOf(asker),
    async ({ desk }) =>
      (await desk.reactionTurned({ key, eventTs, on })) || (await desk.reactionStands(key, eventTs, on)),
  )
}

const reactionOn = async (bot: Bot, turn: Turn, reaction: Reaction, meaning: Meaning): Promise<Answer> => {
  const { channelId, messageTs, emoji, eventTs } = reaction
  // Slack is asked before anything is noted down: when it does not answer, all of this is tried again.
  const message = await reactedMessage(bot, channelId, messageTs)
  if (message === null || !(await isNews(bot, turn, reaction))) return nothing
  if (message.text.trim() === '' && (meaning === 'heard' || meaning === 'note')) return reply(noWordsView())
  const on = localDateOf(new Date(Number(messageTs) * 1000).toISOString(), turn.asker.zone)
  const text = message.text.slice(0, longestText)
  const details = { channelId, messageTs, emoji, eventTs, meaning, text, on }
  const { certain, possible } = await aboutWhom(bot.uow, turn.asker, message)
  const [only, another] = certain
  if (only !== undefined && another === undefined) return logPicked(bot, turn, details, only)
  const draftId = await putAside(bot, turn, { kind: 'reaction', ...details })
  return reply(aboutWhomView(meaning, [...certain, ...possible], draftId))
}

const reactedMessage = async (bot: Bot, channelId: string, ts: string): Promise<ReactedMessage | null> => {
  const message = await bot.messages.messageAt(channelId, ts)
  if (message === null) return null
  const { threadTs, userId } = message
  const root =
    threadTs === null || threadTs === ts ? null : await bot.messages.threadRoot(channelId, threadTs)
  return {
    ...said({ ts, text: message.text, userId }),
    channelId,
    root: root === null ? null : said(root),
  }
}

/** A message as it reads, with where its links lead. */
export const said = ({ ts, text, userId }: Pick<MessageAt, 'ts' | 'text' | 'userId'>): Said => ({
  ts,
  text: plainText(unescapeSlack(text)),
  links: [...text.matchAll(/<(https?:[^|<>]+)/gu)].map((link) => link[1] ?? ''),
  authorId: userId,
})
