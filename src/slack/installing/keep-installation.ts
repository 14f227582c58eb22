import type { InstallationStore, Installation as OAuthInstallation } from '@slack/oauth'
import { noteInstalled } from '../../app/installing/note-installed.js'
import { settleGranted } from '../../app/installing/settle-granted.js'
import type { Arrival, Installations, Installed } from '../../app/ports/installations.js'
import { type Clock, StoreUnavailable } from '../../app/ports.js'
import type { Log } from '../../logging.js'
import { troubleOf } from '../slack-error.js'
import { installedOf } from './answer.js'
import type { Pause } from './exchange.js'
import { AnswerRefused } from './refusal.js'

export type KeepingPorts = {
  readonly installations: Pick<Installations, 'keep' | 'grant' | 'revoke' | 'granted'>
  /** The workspaces that an organisation lets use the app, by its token. */
  readonly grantedTo: (token: string) => Promise<readonly string[]>
  /** Null: any app's. */
  readonly appId: string | null
  readonly clock: Clock
  readonly pause: Pause
  readonly log: Log
}

/** After a failure to write it down: the code is spent, so what is in hand cannot be had again. */
const gapsMs = [500, 2_000]

/**
 * Where `@slack/oauth` puts what it was handed, before anybody hears of success. It is asked for nothing: whose token
 * answers what, `Tokens` knows.
 */
export const installationStore = (
  ports: KeepingPorts,
  onKept: (installed: Installed, arrival: Arrival) => void,
): InstallationStore => ({
  storeInstallation: async (answer: OAuthInstallation) => {
    const installed = installedOf(answer, ports.appId, ports.clock)
    const { installations, clock, log } = ports
    const noted = await stubbornly(ports, () => noteInstalled({ installations, now: clock }, installed))
    if (noted.kind === 'half') throw new AnswerRefused('no-bot')
    const { arrival } = noted
    log.info('Installed', { installation: installed.id, state: arrival, isOrg: installed.isOrg })
    if (installed.isOrg) await grants(ports, installed)
    onKept(installed, arrival)
  },
  fetchInstallation: () => Promise.reject(new Error('Installations are not asked for here')),
})

/** An event tells of each that is granted later; when Slack does not say now, those before it are found by a delivery. */
const grants = async ({ installations, grantedTo, clock, log }: KeepingPorts, { id, token }: Installed) => {
  try {
    const askedAt = clock()
    const workspaceIds = await grantedTo(token)
    await settleGranted(installations, id, { workspaceIds, at: askedAt })
  } catch (error) {
    const { code } = troubleOf(error)
    log.warn('Which workspaces an organisation lets use the app is not known yet', { installation: id, code })
  }
}

const stubbornly = async <T>({ pause }: KeepingPorts, work: () => Promise<T>): Promise<T> => {
  for (const gapMs of gapsMs)
    try {
      return await work()
    } catch (error) {
      if (!(error instanceof StoreUnavailable)) throw error
      await pause(gapMs)
    }
  return work()
}
