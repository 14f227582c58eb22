import type { Question } from '../../domain/question.js'
import { type Asker, scopeOf } from '../asker.js'
import { type Outcome, ok, rejected } from '../outcome.js'
import type { UnitOfWork } from '../ports.js'
import { type Card, cardModel } from './card-model.js'

/** `show`: the card, all of it as it is at one moment. */
export const card = (
  uow: UnitOfWork,
  questions: readonly Question[],
  asker: Asker,
  personId: string,
): Promise<Outcome<Card>> =>
  uow.read(scopeOf(asker), async (stores) => {
    const model = await cardModel(stores, questions, personId, asker.today)
    return model === null ? rejected({ reason: 'person-gone' }) : ok(model)
  })
