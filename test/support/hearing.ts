import { act } from '../../src/app/acting.js'
import type { Asker } from '../../src/app/asker.js'
import { ok } from '../../src/app/outcome.js'
import { hear } from '../../src/app/role-changes/hear.js'
import type { Heard, Hearing } from '../../src/app/role-changes/hearing.js'
import { weigh } from '../../src/app/role-changes/weigh.js'
import { channelHome } from '../../src/domain/audience.js'
import { fold } from '../../src/domain/names.js'
import { openStore } from '../../src/store/open-store.js'
import type { Team } from './team.js'

/** What a source says of somebody, by name; as Ana's LinkedIn file would in #customers, unless told otherwise. */
export type Saying = Partial<Hearing> & { readonly name: string; readonly observedAt: string }

let made = 0

/** A source speaks, in an act of its own, as an import or a webhook would have it. */
export const hears = async (team: Team, { name, ...said }: Saying): Promise<Heard> => {
  const newId = () => `zz-heard-${String(++made).padStart(6, '0')}`
  const store = await openStore(team.config.databaseUrl, { newId, encryption: team.config.encryption })
  try {
    const home = said.home ?? channelHome(team.customers)
    const asker = askerFor(team, said.by ?? team.ana, home, said.observedAt)
    const everything = { workspaceId: team.slack.teamId, audience: 'everything' } as const
    const [found] = await store.uow.read(everything, ({ people }) => people.called([fold(name)]))
    if (found === undefined) throw new Error(`nobody is called ${name}`)
    const personId = found.person.id
    const hearing: Hearing = {
      personId,
      home,
      by: asker.userId,
      at: asker.at,
      today: asker.today,
      zoneGiven: 'America/Chicago',
      source: `linkedin:${team.ana}`,
      key: fold(name).replace(' ', '-'),
      title: null,
      company: null,
      words: null,
      baseline: 'source',
      sure: 'certain',
      ...said,
    }
    const outcome = await act({ uow: store.uow, newId }, asker, 'heard-role', personId, async (stores) =>
      ok(await hear(stores, { newId }, hearing)),
    )
    if (outcome.ok) return outcome.value
    // Nothing new was said, so there is no act.
    if (outcome.why.reason === 'nothing-changed')
      return {
        verdict: await store.uow.read(everything, (stores) => weigh(stores, hearing)),
        newsId: null,
        questionId: null,
      }
    throw new Error(`not heard: ${outcome.why.reason}`)
  } finally {
    await store.close()
  }
}

const askerFor = (
  { slack, customers }: Team,
  userId: string,
  home: Asker['place']['home'],
  at: string,
): Asker => ({
  workspaceId: slack.teamId,
  userId,
  name: '',
  admin: false,
  zone: 'UTC',
  zoneGiven: 'UTC',
  at,
  today: at.slice(0, 10),
  audience: { userId, homes: [home, channelHome(customers)], authoredHomes: [] },
  openToAll: [],
  isPartlyBlind: false,
  place: { home, channelId: null, seenBy: { kind: 'you', because: 'dm' }, botIsIn: true },
  cause: null,
})
