import { v7 as sortableId } from 'uuid'
import { ok } from '../../../src/app/outcome.js'
import { channelHome } from '../../../src/domain/audience.js'
import { localDateOf, plusDays } from '../../../src/domain/local-time.js'
import type { Person } from '../../../src/domain/person.js'
import type { Store } from '../../../src/store/open-store.js'
import { bot } from './slack-methods.js'
import type { SlackRoom } from './slack-room.js'

/** Whom a workspace knows before anything begins. */
export type KnownIn = {
  /** Those who come up today, by the channel in which they do. */
  readonly due: readonly { readonly name: string; readonly channelId: string }[]
  /** Those who do not, and of whom people speak. */
  readonly others: readonly string[]
}

const silentDays = 60

/** The app is installed in a workspace since a while, and some people are known there: past Slack, through the stores. */
export const seed = async (store: Store, room: SlackRoom, known: KnownIn, at: string): Promise<void> => {
  const [installerId = ''] = room.users
  await store.installations.keep(
    {
      ...{ id: room.id, enterpriseId: null, isOrg: false, appId: bot.appId, name: room.id },
      ...{ botUserId: bot.userId, botId: bot.id, scopes: ['chat:write', 'commands'], installerId },
      ...{ token: room.token, refreshToken: null, expiresAt: null },
    },
    at,
  )
  const others = room.channels.flatMap((channelId, nth) =>
    known.others.filter((_, i) => i % room.channels.length === nth).map((name) => ({ name, channelId })),
  )
  const homes = room.channels.map(channelHome)
  const scope = { workspaceId: room.id, audience: { userId: installerId, homes, authoredHomes: [] } }
  const act = { kind: 'add', by: installerId, at, place: null, personId: null, cause: null } as const
  const [home = channelHome('')] = homes
  const isDue = new Set(known.due.map(({ name }) => name))
  const outcome = await store.uow.act(
    scope,
    { ...act, place: home },
    async ({ places, people, interactions }) => {
      for (const each of homes) await places.know(each, room.zone)
      for (const { name, channelId } of [...known.due, ...others]) {
        const person = personOf(name, channelId, installerId, at, room.zone)
        await people.add(person)
        const on = plusDays(localDateOf(at, room.zone), isDue.has(name) ? -silentDays : -1)
        const said = { id: sortableId(), personId: person.id, home: person.home, by: installerId, at, on }
        await interactions.add({ ...said, kind: 'met', text: 'coffee', teammates: [installerId] })
      }
      return ok(null)
    },
  )
  if (!outcome.ok) throw new Error(`refused: ${outcome.why.reason}`)
}

const personOf = (name: string, channelId: string, by: string, at: string, zone: string): Person => ({
  ...{ id: sortableId(), name, home: channelHome(channelId), by, introducedAt: at, ownerId: by },
  ...{ introducedOn: plusDays(localDateOf(at, zone), -silentDays), rhythm: { every: 30, unit: 'day' } },
  ...{ rhythmSetOn: null, firstDueOn: null, letBeOn: null, laterUntil: null, slackUserId: null },
  ...{ prefers: null, offstage: false, addresses: [] },
})
