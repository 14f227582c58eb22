import { WebClient } from '@slack/web-api'
import type { StillThere } from '../../app/installing/erase-forgotten-workspaces.js'
import type { Installations } from '../../app/ports/installations.js'
import type { Log } from '../../logging.js'
import { isBadToken, troubleOf } from '../slack-error.js'
import { callingOnce } from './oauth-app.js'
import { type RefreshPorts, refresh } from './refresh.js'

/** Whether Slack takes a token. */
export type Whether = 'there' | 'gone' | 'expired' | 'unsure'

export const asksWhether = async (apiUrl: string, log: Log, token: string): Promise<Whether> => {
  try {
    await new WebClient(token, callingOnce(apiUrl, log)).auth.test()
    return 'there'
  } catch (error) {
    const { code } = troubleOf(error)
    if (code === 'token_expired') return 'expired'
    return isBadToken(code) ? 'gone' : 'unsure'
  }
}

/** Whether an installation that was taken away is there after all: a token that ended meanwhile may be refreshed. */
export const asksStillThere =
  (ports: RefreshPorts & { readonly installations: Pick<Installations, 'tokens'> }): StillThere =>
  async (id) => {
    const tokens = await ports.installations.tokens(id)
    if (tokens === null) return 'gone'
    const answer = await asksWhether(ports.app.apiUrl, ports.log, tokens.token)
    if (answer !== 'expired') return answer
    if (tokens.refreshToken === null) return 'gone'
    const { kind } = await refresh(ports, id, tokens)
    if (kind === 'dead') return 'gone'
    return kind === 'waits' ? 'unsure' : 'there'
  }
