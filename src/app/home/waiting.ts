import type { Asker } from '../asker.js'
import type { Page, Standing, Stores } from '../ports.js'
import { type Some, someOf } from './some.js'

/** One of the asker's own people, who would be glad to hear from them. */
export type Waiting = Pick<Standing, 'person' | 'dueOn'> & {
  readonly role: string
  /** Nobody has, as far as the asker may know. */
  readonly neverSpoken: boolean
}

/** The asker's own people who are due, the longest silent first. */
export const waitingFor = async (stores: Stores, asker: Asker, page: Page): Promise<Some<Waiting>> => {
  const { people, interactions } = stores
  const due = await someOf(page, (wider) => people.dueFor(asker.userId, asker.today, wider))
  const names = await people.names(due.items.map(({ person }) => person.id))
  const roles = new Map(names.map(({ id, role }) => [id, role]))
  const items: Waiting[] = []
  for (const { person, comesUpOn: dueOn } of due.items) {
    const [last] = await interactions.of(person.id, { limit: 1, offset: 0 })
    items.push({ person, dueOn, role: roles.get(person.id) ?? '', neverSpoken: last === undefined })
  }
  return { ...due, items }
}
