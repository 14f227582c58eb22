import { SlackUnavailable, StoreUnavailable } from './ports.js'

/**
 * What `work` answers. One thing among many that fails, because Slack cannot be asked just now or by a fault of ours, is
 * handed to `onFailure`, which answers in its place, and holds up no other. Without the database there is no going on.
 */
export const unlessItFails = async <T, F>(
  work: () => Promise<T>,
  onFailure: (failure: { readonly isFault: boolean; readonly error: unknown }) => F | Promise<F>,
): Promise<T | F> => {
  try {
    return await work()
  } catch (error) {
    if (error instanceof StoreUnavailable) throw error
    return onFailure({ isFault: !(error instanceof SlackUnavailable), error })
  }
}
