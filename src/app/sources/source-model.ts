import { type LiveSource, liveSources } from '../../domain/live-source.js'
import { type LocalDate, localDateOf } from '../../domain/local-time.js'
import { type Asker, scopeOf } from '../asker.js'
import type { UnitOfWork } from '../ports.js'

/** A live source as every teammate may know it: what it said of whom is not in it. */
export type SourceModel = {
  readonly source: LiveSource
  /** `unset`: whoever runs the bot has given it no secret. */
  readonly state: 'on' | 'off' | 'unset'
  /** On the asker's calendar. */
  readonly lastSpokeOn: LocalDate | null
  /** Of so many people its words wait a few minutes for more; of so many they wait until somebody introduces them. */
  readonly waiting: number
  readonly held: number
}
export type SourcesModel = { readonly sources: readonly SourceModel[]; readonly mayTurn: boolean }

export const showSources = (
  { uow, sourcesSetUp }: { readonly uow: UnitOfWork; readonly sourcesSetUp: ReadonlySet<LiveSource> },
  asker: Asker,
): Promise<SourcesModel> =>
  uow.read(scopeOf(asker), async (stores) => {
    const all = await stores.sources.all()
    const sources = liveSources.flatMap((source): SourceModel[] => {
      const known = all.find((each) => each.source === source)
      if (known === undefined) return []
      const { isOff, lastSpokeAt, waiting, held } = known
      const lastSpokeOn = lastSpokeAt === null ? null : localDateOf(lastSpokeAt, asker.zone)
      const state = !sourcesSetUp.has(source) ? 'unset' : isOff ? 'off' : 'on'
      return [{ source, state, lastSpokeOn, waiting, held }]
    })
    return { sources, mayTurn: asker.admin }
  })
