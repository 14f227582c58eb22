import { type Asker, scopeOf } from '../asker.js'
import { type Outcome, ok } from '../outcome.js'
import type { UnitOfWork } from '../ports.js'
import { goesWith, type WhatGoes } from './goes-with.js'

/** What went; nothing in it says who it was about. */
export type Forgotten = Omit<WhatGoes, 'person' | 'maybe'>

/**
 * `forget`, confirmed: nothing of a person is left, in whatever place it was typed. It stands in the journal as an act
 * that changed nothing and was about nobody, so there is nothing to take back.
 */
export const forget = (uow: UnitOfWork, asker: Asker, personId: string): Promise<Outcome<Forgotten>> => {
  const { userId: by, at, place, cause } = asker
  const draft = { kind: 'forget', by, at, place: place.home, personId: null, cause } as const
  return uow.act(scopeOf(asker), draft, async (stores) => {
    const goes = await goesWith(stores, asker, personId)
    if (!goes.ok) return goes
    await stores.forgetting.person(personId)
    const { person: _, maybe: __, ...counts } = goes.value
    return ok(counts)
  })
}
