import fc from 'fast-check'
import { keptKinds, noneYet } from '../../src/app/archive/archive.js'
import { idOf, type Kept, type KeptKind, type KeptRow } from '../../src/app/ports/archive.js'
import { lineText } from '../../src/documents/archive/line-text.js'
import { channelHome, teammateHome } from '../../src/domain/audience.js'
import { interactionKinds } from '../../src/domain/interaction.js'
import { facets } from '../../src/domain/note.js'
import { tieKinds } from '../../src/domain/tie.js'
import { text } from './any-text.js'
import { sketched } from './kept-sketches.js'
import { quoted } from './quoted.js'

/** Everything known about a few people, with whatever text people may have typed; each kind under its own. */
export type KeptThings = {
  readonly [K in Exclude<KeptKind, 'place' | 'source' | 'secret' | 'forgotten'>]: readonly Kept[K][]
}

const name = fc
  .oneof(text, fc.constantFrom('Frank Ortiz', 'Łukasz Żak', '山田太郎', 'Cher'))
  .map((typed) => typed || '…')
const day = fc
  .date({ min: new Date('1900-01-01'), max: new Date('2100-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))
const instant = fc
  .date({ min: new Date('2020-01-01'), max: new Date('2030-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString())
const orNull = <T>(thing: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(thing, { nil: null })
const teammate = fc.constantFrom('UANA', 'UBEN')
const home = fc.constantFrom(channelHome('C1'), channelHome('CSECRET'), teammateHome('UANA'))
const rhythm = fc.oneof(
  fc.constant('never' as const),
  fc.record({
    every: fc.integer({ min: 1, max: 12 }),
    unit: fc.constantFrom('day', 'week', 'month', 'year'),
  }),
)
const id = fc.uuid({ version: 7 })

/** Where something comes from that nobody has confirmed. */
const source = fc.option(fc.constantFrom('linkedin:UANA', 'hubspot'), { nil: undefined })
const sourced = <T extends object>(thing: fc.Arbitrary<T>): fc.Arbitrary<T & { source?: string }> =>
  fc.tuple(thing, source).map(([it, from]) => (from === undefined ? it : { ...it, source: from }))
const said = fc.record({ title: text, company: text })

const personWith = (personId: string): fc.Arbitrary<Kept['person']> =>
  sourced(
    fc.record({
      id: fc.constant(personId),
      name,
      home,
      by: teammate,
      introducedAt: instant,
      introducedOn: day,
      ownerId: teammate,
      rhythm,
      rhythmSetOn: orNull(day),
      firstDueOn: orNull(day),
      letBeOn: orNull(day),
      laterUntil: orNull(day),
      slackUserId: orNull(fc.constantFrom('UFRANK')),
      prefers: orNull(text),
      offstage: fc.boolean(),
      addresses: fc.array(
        fc.oneof(text, fc.constantFrom('frank@acme.example', '+1 555 0134', 'acme.example/f')),
        {
          maxLength: 4,
        },
      ),
    }),
  )

/** Things about these people. */
const about = (
  personIds: readonly string[],
): fc.Arbitrary<Omit<KeptThings, 'person' | 'sketch' | 'sketch-claim' | 'trial'>> => {
  const personId = fc.constantFrom(...personIds)
  const entry = { id, personId, home, by: teammate, at: instant }
  const some = <T>(thing: fc.Arbitrary<T>) => fc.array(thing, { maxLength: 5 })
  return fc.record({
    role: some(
      sourced(
        fc.record({ ...entry, title: text, company: text, sinceOn: orNull(day), untilOn: orNull(day) }),
      ),
    ),
    interaction: some(
      fc.record({
        ...entry,
        on: day,
        kind: fc.constantFrom(...interactionKinds),
        text,
        teammates: fc.array(teammate, { maxLength: 2 }),
      }),
    ),
    note: some(
      quoted(
        sourced(
          fc.record({
            ...entry,
            on: day,
            kind: fc.constantFrom('note', 'heard', 'situation'),
            text,
            facets: fc.uniqueArray(fc.constantFrom(...facets), { maxLength: 2 }),
            interactionId: orNull(id),
          }),
        ),
      ),
    ),
    news: some(
      fc.record({
        ...entry,
        on: day,
        kind: fc.constantFrom('new-role', 'left'),
        roleId: id,
        beforeRoleId: orNull(id),
        endsRoleId: orNull(id),
      }),
    ),
    commitment: some(
      fc.record({
        ...entry,
        on: day,
        kind: fc.constantFrom('promise', 'step'),
        text,
        dueOn: orNull(day),
        closed: orNull(fc.record({ as: fc.constantFrom('kept', 'broken'), on: day, by: teammate })),
      }),
    ),
    date: some(
      fc.record({
        ...entry,
        on: day,
        kind: fc.constantFrom('date', 'trigger'),
        text: fc.oneof(text, fc.constantFrom('birthday', 'anniversary')),
        monthDay: day.map((on) => on.slice(5)),
        year: orNull(fc.integer({ min: 1900, max: 2100 })),
        yearly: fc.boolean(),
      }),
    ),
    question: some(
      fc.record({
        ...entry,
        on: day,
        text,
        answered: orNull(fc.record({ on: day, by: teammate, noteId: orNull(id) })),
      }),
    ),
    tie: some(fc.record({ ...entry, kind: fc.constantFrom(...tieKinds), otherId: personId })),
    mark: some(
      fc.record({
        id,
        personId,
        home,
        by: teammate,
        channelId: fc.constant('C1'),
        messageTs: fc.constant('1.0'),
        userId: teammate,
        emoji: text,
        entry: fc.record({ kind: fc.constantFrom('interaction', 'note'), id }),
      }),
    ),
    sighting: some(
      fc.record({
        ...entry,
        source: fc.constantFrom('linkedin:UANA', 'hubspot'),
        key: text,
        title: text,
        company: text,
        observedAt: instant,
      }),
    ),
    claim: some(
      fc.record({
        ...entry,
        source: fc.constantFrom('slack', 'hook:crm'),
        observedAt: instant,
        words: orNull(text),
        change: fc.record({
          kind: fc.constantFrom('left', 'new-company', 'new-title', 'additional'),
          was: orNull(said),
          is: orNull(said),
        }),
        why: fc.constantFrom('certain', 'unsure', 'contradicts'),
        successor: orNull(fc.record({ name: text, address: orNull(text) })),
        answered: orNull(
          fc.record({ as: fc.constantFrom('so', 'not-so', 'recorded'), by: teammate, at: instant }),
        ),
        recorded: orNull(
          fc.record({
            newsId: id,
            closedRoleId: orNull(id),
            begunRoleId: orNull(id),
            questionId: orNull(id),
            someoneId: orNull(id),
          }),
        ),
      }),
    ),
  })
}

export const keptThings: fc.Arbitrary<KeptThings> = fc
  .uniqueArray(id, { minLength: 1, maxLength: 4 })
  .chain((personIds) =>
    fc
      .tuple(
        fc.tuple(...personIds.map(personWith)),
        about(personIds),
        sketched(personIds, { text, day, instant, teammate, home }),
      )
      .map(([person, things, sketches]) => ({ person, ...things, ...sketches })),
  )

const ordered = <K extends KeptKind>(kind: K, things: readonly Kept[K][]) =>
  things.map((it, n) => ({ kind, order: n + 1, it }))

/** As rows in the order of an archive. */
export const rowsOf = (things: KeptThings): KeptRow[] => {
  const rows: KeptRow[] = [
    ...ordered('person', things.person),
    ...ordered('role', things.role),
    ...ordered('interaction', things.interaction),
    ...ordered('note', things.note),
    ...ordered('news', things.news),
    ...ordered('commitment', things.commitment),
    ...ordered('date', things.date),
    ...ordered('question', things.question),
    ...ordered('tie', things.tie),
    ...ordered('mark', things.mark),
    ...ordered('sighting', things.sighting),
    ...ordered('claim', things.claim),
    ...ordered('sketch', things.sketch),
    ...ordered('sketch-claim', things['sketch-claim']),
    ...ordered('trial', things.trial),
  ]
  const place = ({ kind }: KeptRow) => keptKinds.indexOf(kind)
  return rows.sort((a, b) => place(a) - place(b) || (idOf(a) < idOf(b) ? -1 : 1))
}

/** The lines of an archive of one workspace. */
export const archiveText = (rows: readonly KeptRow[], workspaceId = 'T1'): string => {
  const counts = noneYet()
  for (const { kind } of rows) counts[kind] += 1
  const lines = [
    lineText({ is: 'head' }),
    lineText({ is: 'workspace', id: workspaceId }),
    ...rows.map((row) => lineText({ is: 'row', row })),
    lineText({ is: 'end', counts }),
  ]
  return lines.map((line) => `${line}\n`).join('')
}
