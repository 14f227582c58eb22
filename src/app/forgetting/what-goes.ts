import { type Asker, scopeOf } from '../asker.js'
import type { Outcome } from '../outcome.js'
import type { UnitOfWork } from '../ports.js'
import { goesWith, type WhatGoes } from './goes-with.js'

/** `forget`, before it is confirmed: what goes. */
export const whatGoes = (uow: UnitOfWork, asker: Asker, personId: string): Promise<Outcome<WhatGoes>> =>
  uow.read(scopeOf(asker), (stores) => goesWith(stores, asker, personId))
