import { type Asker, type AskerPorts, scopeOf } from '../asker.js'
import { type MirrorShown, mirrorFor } from './mirror.js'
import { type Promised, promisesOf } from './promised.js'
import { type RoleAsked, type RoleNews, roleAsked, roleNews } from './role-news.js'
import type { Some } from './some.js'
import { type Unattended, unattended } from './unattended.js'
import { type Waiting, waitingFor } from './waiting.js'

/** The Home tab of one teammate: only what they may see. */
export type HomeTab = {
  /** Nobody is known to them yet: show how to begin. Whoever sees anybody, handed to them say, is no beginner. */
  readonly first: boolean
  readonly waiting: Some<Waiting>
  readonly promises: Some<Promised>
  readonly news: readonly RoleNews[]
  readonly asked: readonly RoleAsked[]
  readonly unattended: Some<Unattended>
  /** They want to be told no more how they speak of people. */
  readonly mindingStopped: boolean
  /** Their own, which nobody else sees. */
  readonly mirror: MirrorShown
}

/** As many of each as are read at a glance; the rest is behind *More*. */
const glance = { limit: 8, offset: 0 }
const newsShown = 6
const askedShown = 4

/**
 * What is read here grows with what is shown and with how many teammates own somebody, not with how many people are
 * known. Of each owner Slack is asked at most once in an hour.
 */
export const homeTab = async (ports: AskerPorts, asker: Asker): Promise<HomeTab> => {
  const read = await ports.uow.read(scopeOf(asker), async (stores) => ({
    first: !(await stores.people.anybody()),
    waiting: await waitingFor(stores, asker, glance),
    promises: await promisesOf(stores, asker, glance),
    news: await roleNews(stores, newsShown),
    asked: await roleAsked(stores, askedShown),
    mindingStopped: await stores.minding.isStopped(asker.userId),
    mirror: await mirrorFor(stores, asker),
  }))
  return { ...read, unattended: await unattended(ports, asker, glance) }
}
