import type { PersonName } from '../../app/ports.js'
import { type About, aboutWhom, type Said } from '../../app/reactions/about-whom.js'
import { isReadingOff } from '../../app/sources/hear-pasted.js'
import { type Instant, type LocalDate, localDateOf, type Zone } from '../../domain/local-time.js'
import { longestNote } from '../../domain/note.js'
import { readPasted, tellsOfRole } from '../../domain/reading/reading.js'
import { type Answer, modal, nothing } from '../answer.js'
import type { Bot, Turn } from '../conversation/bot.js'
import { putAside } from '../conversation/drafts.js'
import { formMetadata } from '../forms/metadata.js'
import type { Shortcut } from '../incoming.js'
import { said } from '../reacting/reacted.js'
import { fitsInput } from '../views/form-inputs.js'
import { type FromMessage, logConversationForm, rememberForm } from '../views/shortcut-forms.js'

type Opening = (bot: Bot, turn: Turn, shortcut: Shortcut) => Promise<Answer>
type Message = NonNullable<Shortcut['message']>

/** "Log a conversation": a message of theirs is likely the conversation itself, any other tells of a call. */
export const openConversation: Opening = async (bot, turn, shortcut) => {
  const { message, channelId } = shortcut
  if (message === null || channelId === null) return nothing
  const from = await filledFrom(bot, turn, message, channelId)
  return modal(logConversationForm(from, (await isTheirs(bot, turn, message)) ? 'messaged' : 'called'))
}

/** "Remember this": a message of theirs is their own words. */
export const openRemember: Opening = async (bot, turn, shortcut) => {
  const { message, channelId } = shortcut
  if (message === null || channelId === null) return nothing
  const from = await filledFrom(bot, turn, message, channelId)
  const likely = (await isTheirs(bot, turn, message)) ? 'heard' : 'note'
  const isOfRole = tellsOfRole(readPasted(from.text)) && !(await isReadingOff(bot, turn.asker))
  return modal(rememberForm(from, likely, isOfRole))
}

const filledFrom = async (
  bot: Bot,
  turn: Turn,
  message: Message,
  channelId: string,
): Promise<FromMessage> => {
  const { asker } = turn
  const words = saidIn(message)
  const about = await aboutWhom(bot.uow, asker, { ...words, channelId, root: rootOf(turn, message) })
  const fits = fitsInput(words.text)
  const long = { kind: 'message', text: words.text.slice(0, longestNote) } as const
  const kept = fits ? {} : { seenId: await putAside(bot, turn, long) }
  return {
    about: chosen(about),
    text: words.text,
    on: dayOf(message.ts, bot.clock(), asker.zone),
    metadata: formMetadata(turn, { personId: '', inView: true, ...kept }),
  }
}

/** When it was written; today, where what Slack says is no time since there are computers. */
const dayOf = (ts: string, now: Instant, zone: Zone): LocalDate => {
  const ms = Number(ts) * 1000
  const isTime = ms >= 0 && ms <= Date.parse(now) + dayMs
  return localDateOf(isTime ? new Date(ms).toISOString() : now, zone)
}
const dayMs = 24 * 60 * 60_000

/** A post of the bot's is nobody's words; whom it brought up is known by its place. */
const saidIn = (message: Message): Said =>
  message.isOurs ? silent(message.ts) : said({ ...message, text: message.text.trim() })

/** What the thread is about. Slack is not asked for its first message: a shortcut works where the bot is not. */
const rootOf = ({ from }: Turn, { ts, isOurs }: Message): Said | null => {
  if (isOurs) return silent(ts)
  return from.threadTs === null || from.threadTs === ts ? null : silent(from.threadTs)
}

const silent = (ts: string): Said => ({ ts, text: '', links: [], authorId: null })

/** Somebody named by a part of their name is chosen where nobody else can be meant. */
const chosen = ({ certain, possible }: About): readonly PersonName[] => {
  if (certain.length > 0) return certain
  return possible.length === 1 ? possible : []
}

/** Whether the author is one of the people themselves. */
const isTheirs = async ({ uow }: Bot, { asker, from }: Turn, message: Message): Promise<boolean> => {
  if (message.userId === null || message.isOurs) return false
  const author = { ...silent(message.ts), authorId: message.userId }
  const about = await aboutWhom(uow, asker, { ...author, channelId: from.channelId ?? '', root: null })
  return about.certain.length > 0
}
