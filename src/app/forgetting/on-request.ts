import type { Gone } from '../ports/forgetting.js'
import type { UnitOfWork } from '../ports.js'

/**
 * A request that comes from outside, with an address: everybody who has it is forgotten, in all homes, and so is the
 * address wherever it is written. Nobody's act, so it stands in nobody's journal.
 */
export const onRequest = (uow: UnitOfWork, workspaceId: string, address: string): Promise<Gone> =>
  uow.keep({ workspaceId, audience: 'everything' }, ({ forgetting }) => forgetting.address(address))
