import type { Mark } from '../app/ports.js'
import type { Act, ActKind } from '../domain/act.js'
import type { Home } from '../domain/audience.js'
import type { Interaction } from '../domain/interaction.js'
import type { News } from '../domain/news.js'
import type { Note } from '../domain/note.js'
import type { Nudge } from '../domain/nudge.js'
import type { Person } from '../domain/person.js'
import { companyKey, type Role } from '../domain/role.js'
import { quoteCells, quoteOf } from './quote-codec.js'
import type { Flag } from './row.js'
import type * as Tables from './tables.js'

/** A stored value: neither engine takes booleans or dates alike, so only these are ever written. */
export type Cell = string | number | null
/** A row, or some of its columns, as the journal keeps it. */
export type Cells = Readonly<Record<string, Cell>>

/** How one kind of row that is journalled is written and read. */
export type Codec<T, Table extends Tables.JournalledTable> = {
  readonly table: Table
  encode(thing: T): Cells
  decode(row: Tables.JournalledRows[Table]): T
}

export const flag = (value: boolean): Flag => (value ? 1 : 0)
export const json = (value: unknown): string => JSON.stringify(value)
/** Counts are numbers on one engine and text on the other. */
export const count = (value: string | number | bigint | null | undefined): number => Number(value ?? 0)

/** Homes are written by this program alone, always from a `Home`. */
export const home = (text: string): Home => text as Home

export const personCodec: Codec<Person, 'people'> = {
  table: 'people',
  encode: (person) => ({
    id: person.id,
    name: person.name,
    home: person.home,
    written_by: person.by,
    introduced_at: person.introducedAt,
    introduced_on: person.introducedOn,
    owner_id: person.ownerId,
    rhythm: json(person.rhythm),
    rhythm_set_on: person.rhythmSetOn,
    first_due_on: person.firstDueOn,
    let_be_on: person.letBeOn,
    later_until: person.laterUntil,
    slack_user_id: person.slackUserId,
    prefers: person.prefers,
    offstage: flag(person.offstage),
    addresses: json(person.addresses),
    source: person.source ?? null,
  }),
  decode: (row) => ({
    id: row.id,
    name: row.name,
    home: home(row.home),
    by: row.written_by,
    introducedAt: row.introduced_at,
    introducedOn: row.introduced_on,
    ownerId: row.owner_id,
    rhythm: JSON.parse(row.rhythm),
    rhythmSetOn: row.rhythm_set_on,
    firstDueOn: row.first_due_on,
    letBeOn: row.let_be_on,
    laterUntil: row.later_until,
    slackUserId: row.slack_user_id,
    prefers: row.prefers,
    offstage: row.offstage === 1,
    addresses: JSON.parse(row.addresses),
    ...sourceOf(row),
  }),
}

/** What was typed or confirmed has no source. */
const sourceOf = ({ source }: { source: string | null }): { source?: string } =>
  source === null ? {} : { source }

/** What everything about a person has in common. */
type About = { readonly id: string; readonly personId: string; readonly home: Home; readonly by: string }
export const aboutCells = (entry: About) => ({
  id: entry.id,
  person_id: entry.personId,
  home: entry.home,
  written_by: entry.by,
})
export const about = (row: { id: string; person_id: string; home: string; written_by: string }): About => ({
  id: row.id,
  personId: row.person_id,
  home: home(row.home),
  by: row.written_by,
})

export const roleCodec: Codec<Role, 'roles'> = {
  table: 'roles',
  encode: (role) => ({
    ...aboutCells(role),
    written_at: role.at,
    title: role.title,
    company: role.company,
    company_key: companyKey(role.company).slice(0, 500),
    since_on: role.sinceOn,
    until_on: role.untilOn,
    source: role.source ?? null,
  }),
  decode: (row) => ({
    ...about(row),
    at: row.written_at,
    title: row.title,
    company: row.company,
    sinceOn: row.since_on,
    untilOn: row.until_on,
    ...sourceOf(row),
  }),
}

export const noteCodec: Codec<Note, 'notes'> = {
  table: 'notes',
  encode: (note) => ({
    ...aboutCells(note),
    written_at: note.at,
    happened_on: note.on,
    kind: note.kind,
    text: note.text,
    facets: json(note.facets),
    interaction_id: note.interactionId,
    source: note.source ?? null,
    ...quoteCells(note),
  }),
  decode: (row) => ({
    ...about(row),
    at: row.written_at,
    on: row.happened_on,
    kind: row.kind,
    text: row.text,
    facets: JSON.parse(row.facets),
    interactionId: row.interaction_id,
    ...sourceOf(row),
    ...quoteOf(row),
  }),
}

export const interactionCodec: Codec<Interaction, 'interactions'> = {
  table: 'interactions',
  encode: (interaction) => ({
    ...aboutCells(interaction),
    written_at: interaction.at,
    happened_on: interaction.on,
    kind: interaction.kind,
    text: interaction.text,
    teammates: json(interaction.teammates),
  }),
  decode: (row) => ({
    ...about(row),
    at: row.written_at,
    on: row.happened_on,
    kind: row.kind,
    text: row.text,
    teammates: JSON.parse(row.teammates),
  }),
}

export const newsCodec: Codec<News, 'news'> = {
  table: 'news',
  encode: (news) => ({
    ...aboutCells(news),
    written_at: news.at,
    happened_on: news.on,
    kind: news.kind,
    role_id: news.roleId,
    before_role_id: news.beforeRoleId,
    ends_role_id: news.endsRoleId,
  }),
  decode: (row) => ({
    ...about(row),
    at: row.written_at,
    on: row.happened_on,
    kind: row.kind,
    roleId: row.role_id,
    beforeRoleId: row.before_role_id,
    endsRoleId: row.ends_role_id,
  }),
}

export const markCodec: Codec<Mark, 'marks'> = {
  table: 'marks',
  encode: (mark) => ({
    ...aboutCells(mark),
    channel_id: mark.channelId,
    message_ts: mark.messageTs,
    user_id: mark.userId,
    emoji: mark.emoji,
    entry_kind: mark.entry.kind,
    entry_id: mark.entry.id,
  }),
  decode: (row) => ({
    ...about(row),
    channelId: row.channel_id,
    messageTs: row.message_ts,
    userId: row.user_id,
    emoji: row.emoji,
    entry: { kind: row.entry_kind, id: row.entry_id },
  }),
}

export const nudgeCodec: Codec<Nudge, 'nudges'> = {
  table: 'nudges',
  encode: (nudge) => ({
    id: nudge.id,
    person_id: nudge.personId,
    post_id: nudge.postId,
    on_day: nudge.on,
    reasons: json(nudge.reasons),
    times: nudge.times,
    question_id: nudge.questionId,
    planned_seq: nudge.plannedSeq,
    answer: nudge.answer === null ? null : json(nudge.answer),
    moot: flag(nudge.moot),
  }),
  decode: (row) => ({
    id: row.id,
    personId: row.person_id,
    postId: row.post_id,
    on: row.on_day,
    reasons: JSON.parse(row.reasons),
    times: row.times,
    questionId: row.question_id,
    plannedSeq: row.planned_seq,
    answer: row.answer === null ? null : JSON.parse(row.answer),
    moot: row.moot === 1,
  }),
}

export const actOf = (row: Tables.ActRow): Act => ({
  id: row.id,
  seq: row.seq,
  kind: row.kind as ActKind,
  by: row.written_by,
  at: row.written_at,
  place: home(row.place),
  personId: row.person_id,
  partOf: row.part_of,
  undoneBy: row.undone_by,
})
