import type { Asker } from '../../../src/app/asker.js'
import { aboutWhom } from '../../../src/app/reactions/about-whom.js'
import { channelHome, teammateHome } from '../../../src/domain/audience.js'
import { openStore } from '../../../src/store/open-store.js'
import { channel, channels, teammate, workspaceId, zone } from '../people/life.js'

export type InProcess = {
  /** How long it takes to find who is named in each message, in milliseconds. */
  readonly peopleIn: (texts: readonly string[]) => Promise<number[]>
}

/** What is measured without Slack around it: the same use cases, over a store of their own. */
export const inProcess = async (databaseUrl: string): Promise<InProcess> => {
  const store = await openStore(databaseUrl, { newId: () => 'never' })
  const userId = teammate(1)
  const homes = [teammateHome(userId), ...Array.from({ length: channels }, (_, n) => channelHome(channel(n)))]
  const asker: Asker = {
    ...{ workspaceId, userId, name: 'Ana Ruiz', admin: false, zone, zoneGiven: zone, cause: null },
    ...{ at: new Date().toISOString(), today: new Date().toISOString().slice(0, 10) },
    audience: { userId, homes, authoredHomes: [] },
    openToAll: homes.slice(1),
    isPartlyBlind: false,
    place: {
      home: channelHome(channel(0)),
      channelId: channel(0),
      seenBy: { kind: 'everyone' },
      botIsIn: true,
    },
  }
  return {
    peopleIn: async (texts) => {
      const times: number[] = []
      for (const text of texts) {
        const from = performance.now()
        const message = { ts: '1.0', text, links: [], authorId: null, channelId: channel(0), root: null }
        await aboutWhom(store.uow, asker, message)
        times.push(performance.now() - from)
      }
      return times
    },
  }
}
