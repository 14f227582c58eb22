import { z } from 'zod'
import { type Asker, scopeOf } from '../../app/asker.js'
import { columnFields } from '../../domain/contact-file.js'
import { tieKinds } from '../../domain/tie.js'
import { type Verb, verbs } from '../command/verbs.js'
import type { From } from '../incoming.js'
import type { Bot, Turn } from './bot.js'
import { entryForm, shownIn } from './seen-forms.js'
import { settingsForm } from './seen-settings.js'

const names = Object.keys(verbs).filter((word): word is Verb => Object.hasOwn(verbs, word))

const introduction = z.object({
  name: z.string(),
  title: z.string(),
  company: z.string(),
  addresses: z.array(z.string()),
  slackUserId: z.string().nullable(),
  offstage: z.boolean(),
})

/** A command that waits for a press: whom was meant, or which day. `tail` is as Slack would send it. */
const command = z.object({
  kind: z.literal('command'),
  verb: z.enum(names),
  who: z.string(),
  tail: z.string(),
  typed: z.string(),
  people: z.array(z.string()),
  /** The asker's day when it was typed: "yesterday" keeps its meaning overnight. */
  today: z.string(),
  /** Set once the person is known and only the day is open. */
  tails: z.array(z.string()),
  personId: z.string().nullable(),
})

/** A tie that waits for its other end; the person who was named first is known. */
const tie = z.object({
  kind: z.literal('tie'),
  personId: z.string(),
  relation: z.enum(tieKinds),
  who: z.string(),
  people: z.array(z.string()),
  typed: z.string(),
})

/** A merge that waits for the other; the person who was named first is known. */
const merge = z.object({
  kind: z.literal('merge'),
  personId: z.string(),
  stays: z.enum(['named-first', 'named-second']),
  who: z.string(),
  people: z.array(z.string()),
  typed: z.string(),
})

/** Two beside each other, of whom one may be made. */
const merging = z.object({
  kind: z.literal('merging'),
  firstId: z.string(),
  secondId: z.string(),
  typed: z.string(),
})

/** A merge that may be taken apart, with what came since and whose it is. */
const entries = z.array(
  z.object({
    kind: z.enum(['note', 'interaction', 'role', 'commitment', 'date', 'question', 'tie']),
    id: z.string(),
  }),
)
const apart = z.object({
  kind: z.literal('apart'),
  mergeId: z.string(),
  since: entries,
  toSecond: entries,
  typed: z.string(),
})

/** Which one of several is closed; `ids` are those that were offered. */
const closing = { ids: z.array(z.string()), typed: z.string() }

/** A table of people whose columns nobody knows yet; `channelId` is where it was asked for. */
const importedTable = z.object({
  kind: z.literal('import-table'),
  fileId: z.string(),
  channelId: z.string().nullable(),
  name: z.string(),
  headers: z.array(z.string()),
  sample: z.array(z.array(z.string())),
  guess: z.partialRecord(z.enum(columnFields), z.string()),
})

const draft = z.discriminatedUnion('kind', [
  command,
  tie,
  merge,
  merging,
  apart,
  z.object({ kind: z.literal('apart-which'), ids: z.array(z.string()), typed: z.string() }),
  z.object({ kind: z.literal('closing'), as: z.enum(['kept', 'broken']), ...closing }),
  z.object({ kind: z.literal('answering'), text: z.string(), ...closing }),
  z.object({
    kind: z.literal('introduction'),
    introduction,
    goOn: z.discriminatedUnion('kind', [command, tie]).nullable(),
    typed: z.string(),
  }),
  z.object({ kind: z.literal('find'), text: z.string() }),
  importedTable,
  settingsForm,
  /** A message that is too long for the field of a form. */
  z.object({ kind: z.literal('message'), text: z.string() }),
  /** A message that was pasted, to be read once more when somebody says whether it is so. */
  z.object({
    kind: z.literal('reading'),
    text: z.string(),
    writtenAt: z.string().nullable(),
    /** Whether the form said that more people will see it; an earlier program kept no word of that. */
    isSeenWider: z.boolean().optional(),
  }),
  /** What a form was filled with: what differs by now was changed by somebody else. */
  z.object({
    kind: z.literal('form'),
    shownIn,
    seen: z.object({
      name: z.string(),
      addresses: z.array(z.string()),
      prefers: z.string().nullable(),
      slackUserId: z.string().nullable(),
      rhythm: z.union([
        z.literal('never'),
        z.object({ every: z.number(), unit: z.enum(['day', 'week', 'month', 'year']) }),
      ]),
    }),
  }),
  entryForm,
  z.object({
    kind: z.literal('reaction'),
    channelId: z.string(),
    messageTs: z.string(),
    emoji: z.string(),
    eventTs: z.string(),
    meaning: z.enum(['met', 'called', 'emailed', 'messaged', 'heard', 'note']),
    text: z.string(),
    on: z.string(),
  }),
])

/** What was typed, or reacted to, and waits for its author's press. */
export type Draft = z.infer<typeof draft>
export type PendingCommand = z.infer<typeof command>
export type PendingTie = z.infer<typeof tie>
export type PendingMerge = z.infer<typeof merge>
export type PendingMerging = z.infer<typeof merging>
export type PendingApart = z.infer<typeof apart>

/** A question may be answered the next morning, but not next week. */
const keptMs = 24 * 60 * 60 * 1000

/** Where it was asked: null for Home, and for nowhere in particular. */
const asked = z.object({ askedIn: z.string().nullable() })
type Asked = { readonly asker: Asker; readonly from: Pick<From, 'channelId'> }

/** Puts a draft aside for whoever typed it, where they did; answers its id. */
export const putAside = async (
  bot: Pick<Bot, 'uow' | 'newId'>,
  { asker, from }: Asked,
  pending: Draft,
): Promise<string> => {
  const id = bot.newId()
  const expiresAt = new Date(Date.parse(asker.at) + keptMs).toISOString()
  const where: z.infer<typeof asked> = { askedIn: from.channelId }
  const text = JSON.stringify({ ...pending, ...where })
  await bot.uow.keep(scopeOf(asker), ({ desk }) =>
    desk.putDraft({ id, userId: asker.userId, text, expiresAt }),
  )
  return id
}

/**
 * The draft behind a button; null when it is another's, too old, was never there, or was asked in another place: what is
 * typed in one is not carried out in another. A question that could not be brought to its place stands in the DM.
 */
export const takeUp = async (bot: Bot, { asker, from }: Turn, id: string): Promise<Draft | null> => {
  const text = await bot.uow.read(scopeOf(asker), ({ desk }) => desk.draft(id, asker.userId, asker.at))
  if (text === null) return null
  const read: unknown = JSON.parse(text)
  const askedIn = asked.safeParse(read).data?.askedIn
  if (askedIn !== from.channelId && asker.place.seenBy.kind !== 'you') return null
  const parsed = draft.safeParse(read)
  return parsed.success ? parsed.data : null
}

/** A command that waits for a press. */
export const pendingCommand = (
  { typed, asker }: Turn,
  waiting: Pick<PendingCommand, 'verb' | 'who' | 'tail'>,
): PendingCommand => ({
  kind: 'command',
  typed,
  today: asker.today,
  people: [],
  tails: [],
  personId: null,
  ...waiting,
})
