import type { ToldAt } from '../../app/ports/forgetting.js'
import type { UnitOfWork } from '../../app/ports.js'

/**
 * Before something is said that stays, and is no post of the outbox: who is in it is looked up (`about`: and who is
 * in it without a name), and what it answers
 * wants to know where it stands, so that it can be taken away with whoever is forgotten.
 */
export const tellingWith =
  (uow: Pick<UnitOfWork, 'keep'>) =>
  async (
    workspaceId: string,
    text: string,
    about: readonly string[] = [],
  ): Promise<(at: ToldAt) => Promise<void>> => {
    const scope = { workspaceId, audience: 'everything' } as const
    const { words, personIds: named } = await uow.keep(scope, ({ told }) => told.whom(text))
    const personIds = [...new Set([...named, ...about])]
    return (at) => uow.keep(scope, ({ told }) => told.record(at, { words, personIds }))
  }
