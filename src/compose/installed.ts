import { tellInstaller } from '../app/installing/tell-installer.js'
import type { Installation } from '../app/ports/installations.js'
import type { SlackInstall } from '../config.js'
import { pause } from '../slack/connection/backoff.js'
import { lookAfterInstallations } from '../slack/installing/look-after-installations.js'
import { installPath } from '../slack/installing/routes.js'
import { InstallationTokens } from '../slack/installing/tokens.js'
import { type AtWork, atWorkIn, type Ground } from './join.js'

const activeAtOnce = 500

/** The workspaces that installed the app by OAuth. */
export type InstalledApp = {
  readonly tokens: InstallationTokens
  /** What is to be done at each beat for all of them together; what goes wrong is logged. */
  readonly lookAfter: () => Promise<void>
  readonly at: (workspaceId: string, installation: Installation) => AtWork
  /** Those with an active installation, page by page. */
  readonly served: () => AsyncGenerator<{ readonly workspaceId: string; readonly installation: Installation }>
}

export const installedApp = (
  ground: Ground,
  install: Extract<SlackInstall, { kind: 'oauth' }>,
): InstalledApp => {
  const { store, realClock, config, log } = ground
  const { installations } = store
  const { apiUrl } = config.slack
  const app = { ...install, apiUrl }
  const own = { installations, app, clock: realClock, log: log.part('installing') }
  const url = `${install.publicUrl}${installPath}`
  const tokens = new InstallationTokens({
    ...own,
    onDying: (id, until) => {
      if (until === null) return
      const told = tellInstaller({ uow: store.uow, installations }, id, { until, url }, ground.clock())
      void told.catch((error: unknown) => log.error('An installer could not be told', { err: error }))
    },
  })
  return {
    tokens,
    lookAfter: () => lookAfterInstallations({ ...own, tokens, pause }),
    at: (workspaceId, { id, enterpriseId, botUserId, botId }) =>
      atWorkIn(ground, {
        me: { workspaceId, enterpriseId, botUserId, botId },
        access: {
          apiUrl,
          token: () => tokens.of(id),
          refused: (token, code) => tokens.refused(id, token, code),
        },
      }),
    served: async function* () {
      for (let after = ''; ; ) {
        const page = await installations.active(after, activeAtOnce)
        for (const { workspaceId } of page) {
          const installation = await installations.serving(workspaceId)
          if (installation !== null) yield { workspaceId, installation }
        }
        after = page.at(-1)?.workspaceId ?? ''
        if (page.length < activeAtOnce) return
      }
    },
  }
}
