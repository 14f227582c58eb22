import { OpenError } from '../store/open-error.js'
import type { Store } from '../store/open-store.js'

/** Why this program may not go on with its database, for whoever runs it; null while it may. */
export const misfit = async (store: Pick<Store, 'stillFits'>): Promise<string | null> => {
  try {
    if (await store.stillFits()) return null
    return 'A newer version has changed the database past what this one understands. Start that version.'
  } catch (error) {
    if (error instanceof OpenError) return error.message
    throw error
  }
}
