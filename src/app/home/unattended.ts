import { type Asker, type AskerPorts, scopeOf } from '../asker.js'
import type { Directory, Page, PersonName } from '../ports.js'
import { unlessSlackIsDown } from '../unless-slack-is-down.js'
import { type Some, someOf } from './some.js'

/** Somebody whom nobody looks after, and the teammate who did. */
export type Unattended = { readonly person: PersonName; readonly ownerId: string }

/** Slack is asked about so many owners at once, each at most once in an hour. */
const askedAtOnce = 8

/** People whose owner is no full member of the workspace any more, as far as the asker may see them. */
export const unattended = async (
  { uow, directory }: AskerPorts,
  asker: Asker,
  page: Page,
): Promise<Some<Unattended>> => {
  const owners = await uow.read(scopeOf(asker), ({ people }) => people.owners())
  const gone = await goneAmong(directory, owners)
  return someOf(page, ({ limit, offset }) =>
    uow.read(scopeOf(asker), async ({ people }) => {
      const found: Unattended[] = []
      for (const ownerId of gone) {
        const wanted = { limit: offset + limit - found.length, offset: 0 }
        if (wanted.limit <= 0) break
        for (const person of await people.ownedBy(ownerId, wanted)) found.push({ person, ownerId })
      }
      return found.slice(offset)
    }),
  )
}

/** Whoever Slack does not answer about is taken to be here: next time it is asked again. */
const goneAmong = async (directory: Directory, owners: readonly string[]): Promise<string[]> => {
  const gone: string[] = []
  for (let from = 0; from < owners.length; from += askedAtOnce) {
    const some = owners.slice(from, from + askedAtOnce)
    const here = await Promise.all(some.map((id) => unlessSlackIsDown(() => directory.isTeammate(id))))
    gone.push(...some.filter((_, i) => here[i] === false))
    if (here.includes(null)) break
  }
  return gone
}
