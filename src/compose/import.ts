import { type Asker, whoAsks } from '../app/asker.js'
import { beginImport, cancelImport } from '../app/imports/begin-import.js'
import { currentImport, type ImportNow, importNow } from '../app/imports/import-now.js'
import { runImport } from '../app/imports/run-imports.js'
import { type SkippedLine, skippedLines } from '../app/imports/skipped-lines.js'
import { type FileOfContacts, stageImport } from '../app/imports/stage-import.js'
import type { Outcome } from '../app/outcome.js'
import { channelHome } from '../domain/audience.js'
import type { StartProblem } from '../slack/connection/identity.js'
import type { Store } from '../store/open-store.js'
import { installedApp } from './installed.js'
import { type AtWork, type Composing, type Ground, identified, openGround } from './join.js'

/** For `npm run import -- FILE`: what a teammate does in Slack, by hand, beside a running bot or alone. */
export type Importer = {
  readonly stage: (file: FileOfContacts) => Promise<{ importId: string; outcome: Outcome<ImportNow> }>
  /** Carries it out to its end, or as far as Slack can be asked. */
  readonly run: (importId: string) => Promise<Outcome<ImportNow>>
  readonly cancel: (importId: string) => Promise<void>
  /** The rows that were passed over, in the file's order. */
  readonly skipped: (importId: string) => AsyncIterable<SkippedLine>
  readonly close: () => Promise<void>
}

/**
 * `userId`: whose import it is; null for whoever first introduced somebody in that channel, or else made it. `workspaceId`:
 * where, for a bot that many install; null for the one workspace of a pasted token.
 */
export const composeImporter = async (
  composing: Composing,
  into: {
    readonly channelId: string
    readonly userId: string | null
    readonly workspaceId: string | null
  },
): Promise<Importer | StartProblem> => {
  const { channelId, userId } = into
  const joined = await joinedIn(composing, into.workspaceId)
  if ('problem' in joined) return joined
  const { store, bot, me } = joined
  const asker = await importerIn(joined, channelId, userId)
  if ('problem' in asker) {
    await store.close()
    return asker
  }
  const now = (): Asker => ({ ...asker, at: bot.clock() })
  return {
    stage: async (file) => {
      // One that was cut short, by hand or in Slack, comes first.
      const earlier = await currentImport(bot, asker)
      if (earlier !== null) await runImport(bot, me.workspaceId, earlier.id)
      let importId = ''
      const outcome = await stageImport(bot, now(), file, (id) => {
        importId = id
      })
      return { importId, outcome }
    },
    run: async (importId) => {
      const begun = await beginImport(bot, now(), importId, { rhythm: 'never' })
      if (!begun.ok) return begun
      await runImport(bot, me.workspaceId, importId)
      return importNow(bot, asker, importId)
    },
    cancel: async (importId) => {
      await cancelImport(bot, now(), importId)
    },
    skipped: (importId) => skippedLines(bot, asker, importId),
    close: () => store.close(),
  }
}

type Joined = AtWork & { readonly store: Store }

/** The workspace that an import is for. */
const joinedIn = async (composing: Composing, workspaceId: string | null): Promise<Joined | StartProblem> => {
  const ground = await openGround(composing, () => {})
  if ('problem' in ground) return ground
  const { store } = ground
  const atWork = await workspaceIn(ground, composing, workspaceId)
  if (!('problem' in atWork)) return { ...atWork, store }
  await store.close()
  return atWork
}

const workspaceIn = async (
  ground: Ground,
  composing: Composing,
  workspaceId: string | null,
): Promise<AtWork | StartProblem> => {
  const { install } = ground.config.slack
  if (install.kind === 'oauth') {
    if (workspaceId === null)
      return { problem: 'Many workspaces install this bot: --workspace T… says into which one.' }
    const installation = await ground.store.installations.serving(workspaceId)
    if (installation === null) return { problem: `The bot is not installed in ${workspaceId}.` }
    return installedApp(ground, install).at(workspaceId, installation)
  }
  const atWork = await identified(ground, composing)
  if ('problem' in atWork || workspaceId === null || workspaceId === atWork.me.workspaceId) return atWork
  return { problem: `SLACK_BOT_TOKEN is of ${atWork.me.workspaceId}, and not of ${workspaceId}.` }
}

const importerIn = async (
  { bot, me, store }: Joined,
  channelId: string,
  given: string | null,
): Promise<Asker | StartProblem> => {
  const { workspaceId } = me
  const home = channelHome(channelId)
  const introducer = await store.uow.read({ workspaceId, audience: 'everything' }, ({ people }) =>
    people.firstIntroducer(home),
  )
  const userId = given ?? introducer ?? (await bot.directory.channel(channelId)).creatorId
  if (userId === null)
    return { problem: `Nobody was introduced in ${channelId} yet. --as USER_ID says whose import it is.` }
  const asker = await whoAsks(bot, { workspaceId, userId, channelId, at: bot.clock(), cause: null })
  if ('notATeammate' in asker) return { problem: `${userId} is no full member of the workspace.` }
  if (asker.place.home !== home)
    return {
      problem: `${channelId} is no channel in which people can live: ${userId} is not in it, or it is shared with another organisation, or the bot is not in it.`,
    }
  return asker
}
