import type { UnitOfWork } from './ports.js'

/** The same stores, where each act is part of an earlier one: one `undo` takes all of them back. */
export const partOf = (uow: UnitOfWork, actId: string): UnitOfWork => ({
  read: (scope, work) => uow.read(scope, work),
  keep: (scope, work) => uow.keep(scope, work),
  act: (scope, draft, work) => uow.act(scope, { ...draft, partOf: actId }, work),
})
