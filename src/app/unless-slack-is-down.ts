import { SlackUnavailable } from './ports.js'

/**
 * What `ask` answers, or null when Slack cannot be asked just now (`onDown` hears of it). In a pass over many
 * places one that is silent is left to the next pass, and holds up no other.
 */
export const unlessSlackIsDown = async <T>(ask: () => Promise<T>, onDown = () => {}): Promise<T | null> => {
  try {
    return await ask()
  } catch (error) {
    if (!(error instanceof SlackUnavailable)) throw error
    onDown()
    return null
  }
}
