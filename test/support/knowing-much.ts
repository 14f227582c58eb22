import { ok } from '../../src/app/outcome.js'
import type { Note } from '../../src/domain/note.js'
import type { Role } from '../../src/domain/role.js'
import { openStore } from '../../src/store/open-store.js'
import type { Team } from './team.js'

/** Frank's past, written in one act beside the bot, as much as an import would bring; answers Frank's id. */
export const knowsMuch = async (
  { config, slack, ana, customers }: Team,
  much: { readonly notes: number; readonly roles: number },
): Promise<string> => {
  let last = 0
  const newId = () => `much-${String(++last).padStart(6, '0')}`
  const store = await openStore(config.databaseUrl, { newId, encryption: config.encryption })
  try {
    const scope = { workspaceId: slack.teamId, audience: 'everything' } as const
    const home = `channel:${customers}` as const
    const at = '2026-11-21T16:00:00.000Z'
    const draft = { kind: 'note', by: ana, at, place: home, personId: null, cause: null } as const
    const outcome = await store.uow.act(scope, draft, async ({ people, notes, roles }) => {
      const [called] = await people.called(['frank'])
      if (called === undefined) throw new Error('nobody is called Frank')
      const typed = { personId: called.person.id, home, by: ana, at }
      for (let n = 0; n < much.notes; n++) await notes.add({ ...aNote(n), ...typed, id: newId() })
      for (let n = 0; n < much.roles; n++) await roles.add({ ...aRole(n), ...typed, id: newId() })
      return ok(typed.personId)
    })
    if (!outcome.ok) throw new Error(outcome.why.reason)
    return outcome.value
  } finally {
    await store.close()
  }
}

type Typed = 'id' | 'personId' | 'home' | 'by' | 'at'
const day = (n: number): string =>
  new Date(Date.UTC(2026, 10, 20) - n * 86_400_000).toISOString().slice(0, 10)

const aNote = (n: number): Omit<Note, Typed> => ({
  on: day(n % 3_000),
  kind: n % 7 === 0 ? 'heard' : 'note',
  text: `thing number ${n}: ${'the lease, the light, the crew and their lunch '.repeat((n % 9) + 1)}`,
  facets: [],
  interactionId: null,
})

const aRole = (n: number): Omit<Role, Typed> => ({
  title: `adviser ${n}`,
  company: `Company ${n}`,
  sinceOn: day(n * 9),
  untilOn: n % 3 === 0 ? day(n * 9 - 1) : null,
})
