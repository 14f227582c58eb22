import { mind } from '../../app/minding/mind.js'
import { spokenOf } from '../../domain/minded.js'
import { type Answer, nothing, reply } from '../answer.js'
import type { Bot } from '../conversation/bot.js'
import type { Talk } from '../incoming.js'
import { said } from '../reacting/reacted.js'
import { mindedView } from '../views/minded-view.js'
import { bareWords } from './bare-words.js'

/** What a teammate wrote in a channel that minds how people are spoken of. Nothing of it is kept. */
export const onTalk =
  (bot: Bot) =>
  async (talk: Talk): Promise<Answer> => {
    const { workspaceId, teamId, userId, channelId, threadTs, ts, text } = talk
    if (teamId !== workspaceId || !(await bot.mindful.isOn(channelId))) return nothing
    const word = spokenOf(bareWords(text), bot.mindedWords)
    if (word === null) return nothing
    const { text: plain, links } = said({ ts, text, userId })
    const spoken = { workspaceId, userId, channelId, ts, text: plain, links }
    const rootOf = async () => {
      if (threadTs === null || threadTs === ts) return null
      const root = await bot.messages.threadRoot(channelId, threadTs)
      return root === null ? null : said(root)
    }
    const behind = await mind(bot, spoken, bot.clock(), rootOf)
    return behind === null ? nothing : reply(mindedView(word, behind))
  }
