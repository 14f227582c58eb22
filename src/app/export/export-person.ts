import type { LocalDate, Zone } from '../../domain/local-time.js'
import { type Asker, type AskerPorts, scopeOf } from '../asker.js'
import { type Outcome, ok, rejected } from '../outcome.js'
import { type Dossier, dossierOf, teammatesIn } from './dossier.js'

/** What the asker may see about somebody, with the names of the teammates in it: for documents to be made of. */
export type PersonExport = {
  readonly dossier: Dossier
  /** Names by id; empty where Slack knows none. */
  readonly teammates: ReadonlyMap<string, string>
  readonly askedBy: string
  readonly on: LocalDate
  /** In which instants become days. */
  readonly zone: Zone
}

/** `export WHO`: reads alone, so there is nothing to take back. */
export const exportPerson = async (
  { uow, directory }: AskerPorts,
  asker: Asker,
  personId: string,
): Promise<Outcome<PersonExport>> => {
  const dossier = await uow.read(scopeOf(asker), (stores) => dossierOf(stores, personId))
  if (dossier === null) return rejected({ reason: 'person-gone' })
  const ids = [...new Set([asker.userId, ...teammatesIn(dossier)])]
  const names = await Promise.all(ids.map(async (id) => [id, (await directory.user(id)).name] as const))
  const { userId: askedBy, today: on, zone } = asker
  return ok({ dossier, teammates: new Map(names), askedBy, on, zone })
}
