import { channelOf } from '../../domain/audience.js'
import { type LocalDate, localDateOf } from '../../domain/local-time.js'
import { standardWorkingTime, workingDayFrom } from '../../domain/working-time.js'
import { type Asker, scopeOf } from '../asker.js'
import type { PersonName, Standing, UnitOfWork } from '../ports.js'

export type Upcoming = {
  readonly person: Standing['person']
  readonly role: string
  /** The working day on which they come up; today or earlier means that their turn has come. */
  readonly on: LocalDate
  readonly channelId: string | null
}
export type ComingUp = {
  readonly people: readonly Upcoming[]
  readonly offset: number
  readonly more: boolean
}

const pageLength = 15

/** `due`: who comes up, in what order, on which day. */
export const comingUp = (uow: UnitOfWork, asker: Asker, offset: number): Promise<ComingUp> =>
  uow.read(scopeOf(asker), async ({ people, places }) => {
    const standings = await people.comingUp({ limit: pageLength + 1, offset })
    const page = standings.slice(0, pageLength)
    const names = new Map<string, PersonName>()
    for (const name of await people.names(page.map(({ person }) => person.id))) names.set(name.id, name)
    const settings = new Map((await places.all()).map((place) => [place.home, place]))
    return {
      offset,
      more: standings.length > pageLength,
      people: page.map(({ person, dueOn }) => {
        const place = settings.get(person.home) ?? standardWorkingTime(asker.zone)
        const on = workingDayFrom(dueOn ?? localDateOf(asker.at, place.zone), place)
        return { person, role: names.get(person.id)?.role ?? '', on, channelId: channelOf(person.home) }
      }),
    }
  })
