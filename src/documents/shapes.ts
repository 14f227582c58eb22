import { z } from 'zod'
import { commitmentKinds } from '../domain/commitment.js'
import { interactionKinds } from '../domain/interaction.js'
import { isInstant, isLocalDate } from '../domain/local-time.js'
import { facets } from '../domain/note.js'
import { reactionMeanings } from '../domain/reaction-meaning.js'
import { roleKinds } from '../domain/role-kind.js'
import { tieKinds } from '../domain/tie.js'

/** How everything that is known is written as JSON. The same for one person as for all; see docs/export.md. */

const text = z.string()
const id = z.string().min(1, 'is empty')
const day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .refine(isLocalDate, 'is no day: YYYY-MM-DD')
  .meta({ id: 'day' })
const instant = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/, 'is no instant: YYYY-MM-DDThh:mm:ss.sssZ')
  .refine(isInstant, 'is no instant: YYYY-MM-DDThh:mm:ss.sssZ')
  .meta({ id: 'instant' })
const teammate = id
const home = z
  .union([
    z.templateLiteral(['channel:', z.string().min(1)]),
    z.templateLiteral(['teammate:', z.string().min(1)]),
  ])
  .meta({
    id: 'home',
    description: 'The Slack channel, or the teammate, for whose eyes it is: channel:C…, teammate:U…',
  })
const rhythm = z
  .union([
    z.literal('never'),
    z.strictObject({ every: z.int().min(1), unit: z.enum(['day', 'week', 'month', 'year']) }),
  ])
  .meta({ id: 'rhythm' })

const unconfirmed = id
  .nullable()
  .describe('The file or signal that it comes from, until somebody confirms it; null when typed')

const entry = {
  id,
  personId: id,
  home,
  by: teammate.describe('The teammate who wrote it down'),
  at: instant.describe('When it was written down'),
}

const said = z.strictObject({ title: text, company: text })
const roleAnswers = ['recorded', 'so', 'beside', 'not-so', 'not-sure', 'known', 'superseded'] as const

const personShape = {
  id,
  name: text,
  home,
  by: teammate.describe('The teammate who introduced them'),
  introducedAt: instant,
  introducedOn: day,
  ownerId: teammate.describe('The teammate who looks after them'),
  rhythm: rhythm.describe('How often to be in touch'),
  rhythmSetOn: day.nullable(),
  firstDueOn: day.nullable().describe('The day set aside for a first contact'),
  letBeOn: day.nullable().describe('The day on which a nudge was said not to be needed'),
  laterUntil: day.nullable().describe('No nudge before this day'),
  slackUserId: id.nullable(),
  prefers: text.nullable().describe('How they like to be reached'),
  offstage: z.boolean().describe('Nobody has met them yet'),
  addresses: z.array(text).describe('E-mail addresses, links and numbers, as typed'),
  source: unconfirmed,
}

/** Every kind of thing, in the order in which an archive holds them. */
export const shapes = {
  place: {
    home,
    zone: id,
    digestHour: z.int(),
    days: z.array(z.int().min(1).max(7)).describe('Working days: 1 is Monday'),
    fromHour: z.int(),
    toHour: z.int(),
    cap: z.int().describe('People in one day'),
    rhythm,
    holidays: z.array(day),
    reactions: z.record(text, z.enum(reactionMeanings).nullable()),
    week: z.boolean().default(false).describe('What was heard in a week is said on its last working day'),
    mindful: z
      .boolean()
      .default(false)
      .describe('A quiet word when people are spoken of as if they were none'),
    mirror: z.boolean().default(false).describe('Of a teammate: how they listened lately, on their Home'),
    zoneSet: z.boolean(),
    zoneUntold: z.boolean(),
    postable: z.boolean(),
  },
  source: { source: id, isOff: z.boolean(), lastSpokeAt: instant.nullable() },
  secret: { name: id, value: text },
  forgotten: { hash: id },
  person: personShape,
  role: {
    ...entry,
    title: text,
    company: text,
    sinceOn: day.nullable(),
    untilOn: day.nullable().describe('Null while it is held'),
    source: unconfirmed,
  },
  interaction: {
    ...entry,
    on: day.describe('The day of the contact'),
    kind: z.enum(interactionKinds),
    text,
    teammates: z.array(teammate).describe('Who took part'),
  },
  note: {
    ...entry,
    on: day.describe('The day it was said or seen'),
    kind: z.enum(['note', 'heard', 'situation']).describe('heard: in their own words'),
    text,
    facets: z.array(z.enum(facets)),
    interactionId: id.nullable().describe('The contact that the words came with'),
    source: unconfirmed,
    quote: z
      .strictObject({
        words: text,
        role: z.enum(roleKinds).nullable().describe('What they do, in general terms'),
      })
      .nullable()
      .default(null)
      .describe('As everybody may read it, without names; null where nobody allowed it'),
  },
  news: {
    ...entry,
    on: day,
    kind: z.enum(['new-role', 'left']),
    roleId: id,
    beforeRoleId: id.nullable(),
    endsRoleId: id.nullable().describe('The role that ended for those alone who may see this'),
  },
  commitment: {
    ...entry,
    on: day.describe('The day it was made'),
    kind: z.enum(commitmentKinds).describe('promise: of ours; step: of theirs'),
    text,
    dueOn: day.nullable(),
    closed: z
      .strictObject({ as: z.enum(['kept', 'broken']), on: day, by: teammate })
      .nullable()
      .describe('Null while it is open'),
  },
  date: {
    ...entry,
    on: day.describe('The day it was written down'),
    kind: z.enum(['date', 'trigger']),
    text,
    monthDay: z.string().regex(/^\d{2}-\d{2}$/, 'is no day of a year: MM-DD'),
    year: z.int().nullable().describe('Of the first time; null where nobody said one'),
    yearly: z.boolean(),
  },
  question: {
    ...entry,
    on: day.describe('The day it was written down'),
    text,
    answered: z
      .strictObject({ on: day, by: teammate, noteId: id.nullable() })
      .nullable()
      .describe('Null while it is open'),
  },
  tie: {
    ...entry,
    kind: z.enum(tieKinds).describe('How personId stands to otherId'),
    otherId: id,
  },
  mark: {
    id,
    channelId: id,
    messageTs: id,
    userId: teammate,
    emoji: text,
    personId: id,
    home,
    by: teammate,
    entry: z.strictObject({ kind: z.enum(['interaction', 'note']), id }),
  },
  sighting: {
    ...entry,
    source: id.describe('The file or signal that said it last'),
    key: text.describe('How that source calls them'),
    title: text,
    company: text,
    observedAt: instant.describe('When the source knew it'),
  },
  claim: {
    ...entry,
    source: id.describe('The file or signal that claims the change'),
    observedAt: instant.describe('When the source knew it'),
    words: text.nullable().describe('The words themselves, where there are some'),
    change: z.strictObject({
      kind: z.enum(['left', 'new-company', 'new-title', 'additional']),
      was: said.nullable(),
      is: said.nullable(),
    }),
    why: z.enum(['certain', 'unsure', 'contradicts']),
    successor: z.strictObject({ name: text, address: text.nullable() }).nullable(),
    answered: z
      .strictObject({ as: z.enum(roleAnswers), by: teammate, at: instant })
      .nullable()
      .describe('Null while it is asked'),
    recorded: z
      .strictObject({
        newsId: id,
        closedRoleId: id.nullable(),
        begunRoleId: id.nullable(),
        questionId: id.nullable(),
        someoneId: id.nullable(),
      })
      .nullable()
      .describe('What was written because of it'),
  },
  sketch: { id, home, by: teammate, at: instant, name: text, quiet: z.boolean() },
  'sketch-claim': {
    ...{ id, personaId: id, home, by: teammate, at: instant, text },
    wording: id.describe('Names how it reads now: what was tried under another one does not count'),
    told: id.nullable().describe('The wording of which its home heard that half contradicts it'),
  },
  trial: {
    ...entry,
    ...{ claimId: id, wording: id, on: day, holds: z.boolean() },
    noteId: id.nullable().describe('The note that shows it'),
  },
} as const
