import type { UnitOfWork } from './ports.js'

/** The same stores, where each act is part of an earlier one: one `undo` takes all of them back. */
export const partOf = (uow: UnitOfWork, actId: string): UnitOfWork => ({
  read: (scope, work) => uow.read(scope, work),
  keep: (scope, work) => uow.keep(scope, work),
  act: (scope, draft, work) => uow.act(scope, { ...draft, partOf: actId }, work),
})

/** Acts done in one go for several people, as one: all after the first kept one are parts of it. */
export type AsOne = { readonly uow: UnitOfWork; readonly firstActId: () => string | null }

export const asOne = (uow: UnitOfWork): AsOne => {
  let first: string | null = null
  return {
    firstActId: () => first,
    uow: {
      read: (scope, work) => uow.read(scope, work),
      keep: (scope, work) => uow.keep(scope, work),
      act: async (scope, draft, work) => {
        let actId: string | null = null
        const outcome = await uow.act(scope, { ...draft, partOf: first }, (stores, act) => {
          actId = act.id
          return work(stores, act)
        })
        if (outcome.ok) first ??= actId
        return outcome
      },
    },
  }
}
