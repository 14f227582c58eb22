import type { Asker } from './asker.js'

/**
 * The same asker, seeing what every full member of the workspace may see and nothing else: for answers that are carried
 * on to where nobody can say who reads them. Others do not exist for them then, be they the asker's own.
 */
export const inTheOpen = (asker: Asker): Asker => ({
  ...asker,
  audience: { userId: asker.userId, homes: asker.openToAll, authoredHomes: [] },
})
