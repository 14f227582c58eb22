import type { Home } from '../../domain/audience.js'
import { type Instant, type LocalDate, localDateOf } from '../../domain/local-time.js'
import type { WeekNotice } from '../../domain/nudge.js'
import { withoutTeammates } from '../../domain/one-of-us.js'
import { cameBack, isSameWeek, longBefore } from '../../domain/week.js'
import { type AskerPorts, audienceOfPlace } from '../asker.js'
import type { WrittenDown } from '../ports/week.js'
import type { PlaceSettings } from '../ports.js'

/** Some of several, and how many more there are. */
export type SomeOf<T> = { readonly shown: readonly T[]; readonly more: number }

/** What was heard in a week, by whom of our people. It names no teammate, and counts none. */
export type WeekHeard = {
  readonly kind: 'week'
  readonly home: Home
  /** Whether the week is over by the time that it is told. */
  readonly isOver: boolean
  /** `since`: the day of the contact before. */
  readonly cameBack: SomeOf<{ readonly name: string; readonly since: LocalDate; readonly on: LocalDate }>
  readonly told: SomeOf<{ readonly name: string; readonly words: string }>
  /** `words`: null where nobody wrote any down. */
  readonly answered: SomeOf<{
    readonly name: string
    readonly question: string
    readonly words: string | null
  }>
  readonly kept: SomeOf<{ readonly name: string; readonly promise: string }>
  /** Whom nobody has met yet. */
  readonly offstage: SomeOf<{ readonly name: string; readonly role: string }>
}

/** Read of each kind; of more it is said that there are as many. */
const mostRead = 50
const shownOfEach = 3

type Named = { readonly personId: string; readonly name: string }

/**
 * What was heard in a week, as everybody in its place may read it; null when there is nothing to say. `people`: whom the
 * week may tell of; null while it is not yet planned. Answers whom it tells of.
 */
export const weekHeard = async (
  ports: AskerPorts,
  workspaceId: string,
  week: Omit<WeekNotice, 'kind' | 'people'> & { readonly people: readonly string[] | null },
  place: PlaceSettings,
  now: Instant,
): Promise<{ readonly heard: WeekHeard; readonly people: readonly string[] } | null> => {
  const before = longBefore(week.closesOn)
  const audience = await audienceOfPlace(ports, workspaceId, place.home)
  const { written, unmet } = await ports.uow.read({ workspaceId, audience }, async ({ lately, people }) => ({
    written: await lately.writtenDown(place.home, { ...week, longBefore: before }, mostRead),
    unmet: await people.names(await lately.offstageIn(place.home, mostRead)),
  }))
  const mayName = (personId: string) => week.people?.includes(personId) ?? true
  const named = <T extends { readonly personId: string }>(things: readonly T[]): (T & Named)[] =>
    things.flatMap((thing) => {
      const person = written.people.get(thing.personId)
      return person === undefined || !mayName(thing.personId) ? [] : [{ ...thing, name: person.name }]
    })
  const answered = named(
    written.answered.map(({ question, words }) => ({ ...question, words: words?.text ?? null })),
  )
  const answers = new Set(written.answered.flatMap(({ words }) => words?.id ?? []))
  const heard = named(written.heard.filter(({ id, on }) => !answers.has(id) && on > before))
  const kept = named(written.kept)
  const back = named(backIn(written, before))
  const said = [...back, ...heard, ...answered, ...kept]
  if (said.length === 0) return null
  const offstage = unmet
    .filter(({ id }) => mayName(id))
    .map(({ id, name, role }) => ({ personId: id, name, role }))
  const ours = await teammatesIn(ports, written)
  const nobody = (text: string): string => withoutTeammates(text, ours)
  return {
    heard: {
      kind: 'week',
      home: place.home,
      isOver: !isSameWeek(week.beginsOn, localDateOf(now, place.zone), place),
      cameBack: someOf(back, ({ name, since, on }) => ({ name, since, on })),
      told: someOf(heard, ({ name, text }) => ({ name, words: nobody(text) })),
      answered: someOf(answered, ({ name, text, words }) => ({
        name,
        question: nobody(text),
        words: words === null ? null : nobody(words),
      })),
      kept: someOf(kept, ({ name, text }) => ({ name, promise: nobody(text) })),
      offstage: someOf(offstage, ({ name, role }) => ({ name, role })),
    },
    people: [...new Set([...said, ...offstage].map(({ personId }) => personId))],
  }
}

/** The names of those who wrote it down or look after whom it is about, but for names that customers have too. */
const teammatesIn = async (
  { directory }: AskerPorts,
  { heard, kept, answered, people }: WrittenDown,
): Promise<string[]> => {
  const words = [...heard, ...kept, ...answered.map(({ question }) => question)]
  const ids = new Set([...words.map(({ by }) => by), ...[...people.values()].map(({ ownerId }) => ownerId)])
  const users = await Promise.all([...ids].map((id) => directory.user(id)))
  const theirs = [...people.values()].flatMap(({ name }) => [name, ...name.split(/\s/u)])
  const names = users.flatMap(({ name }) => [name, name.split(/\s/u)[0] ?? ''])
  return names.filter((name) => !theirs.includes(name))
}

/** Each once, by the first contact after the silence. */
const backIn = ({ contacts, lastBefore, people }: WrittenDown, before: LocalDate) => {
  const first = new Map<string, LocalDate>()
  for (const { personId, on } of contacts) {
    if (on <= before) continue
    const known = first.get(personId)
    if (known === undefined || on < known) first.set(personId, on)
  }
  return [...first].flatMap(([personId, on]) => {
    const [since, person] = [lastBefore.get(personId), people.get(personId)]
    if (since === undefined || person === undefined || !cameBack(since, on, person.rhythm)) return []
    return [{ personId, since, on }]
  })
}

/** The first of each person before a second of anybody. */
const someOf = <T extends Named, S>(things: readonly T[], shownAs: (thing: T) => S): SomeOf<S> => {
  const seen = new Set<string>()
  const firsts = things.filter(({ personId }) => !seen.has(personId) && seen.add(personId))
  const inTurn = [...firsts, ...things.filter((thing) => !firsts.includes(thing))]
  const shown = inTurn.slice(0, shownOfEach).map(shownAs)
  return { shown, more: things.length - shown.length }
}
