import { eraseForgottenWorkspaces } from '../../app/installing/erase-forgotten-workspaces.js'
import type { Installations } from '../../app/ports/installations.js'
import type { RefreshPorts } from './refresh.js'
import { asksStillThere } from './still-there.js'
import type { InstallationTokens } from './tokens.js'

export type LookingAfterInstallations = Omit<RefreshPorts, 'installations'> & {
  readonly installations: Installations
  readonly tokens: Pick<InstallationTokens, 'refreshDue' | 'forget'>
}

/**
 * What is to be done for all installations together, in every process at each beat: tokens that end soon are refreshed,
 * workspaces whose time is over are erased, states that have ended forgotten. What goes wrong with one step is logged,
 * and the others go on.
 */
export const lookAfterInstallations = async (ports: LookingAfterInstallations): Promise<void> => {
  const { installations, tokens, clock, log } = ports
  const steps: readonly (() => Promise<void>)[] = [
    async () => {
      const outcomes = await tokens.refreshDue()
      const { refreshed, unkept, dead } = outcomes
      if (refreshed + unkept + dead > 0) log.info('Tokens were refreshed', outcomes)
    },
    async () => {
      const stillThere = asksStillThere(ports)
      const { erased, back, isMore } = await eraseForgottenWorkspaces({
        installations,
        now: clock,
        stillThere,
      })
      for (const id of [...erased, ...back]) tokens.forget(id)
      for (const id of erased) log.info('Everything known in a workspace was erased', { workspace: id })
      for (const id of back)
        log.warn('Slack takes the token of an installation after all', { installation: id })
      if (isMore) log.info('Erasing workspaces goes on at the next beat')
    },
    () => installations.sweepStates(clock()),
  ]
  for (const step of steps)
    await step().catch((error: unknown) => log.error('Installations were not looked after', { err: error }))
}
