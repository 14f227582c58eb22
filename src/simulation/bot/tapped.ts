import type { Outcome } from '../../app/outcome.js'
import type { KeepingPlaces } from '../../app/ports/places.js'
import type { NudgeDraft, Posts, Unsaid } from '../../app/ports/posts.js'
import type { ActDraft, KeepingStores, UnitOfWork } from '../../app/ports.js'
import type { Home } from '../../domain/audience.js'
import type { LocalDate } from '../../domain/local-time.js'
import type { Nudge } from '../../domain/nudge.js'
import type { PostDraft } from '../../store/post-planning.js'
import type { Fuse } from './fuse.js'

/** What the bot wrote down for itself, told once it is kept. */
export type Kept =
  | { readonly kind: 'digest-fixed'; readonly place: Home; readonly on: LocalDate }
  | { readonly kind: 'planned'; readonly post: PostDraft; readonly nudges: readonly Nudge[] }
  | { readonly kind: 'claimed' | 'withdrawn' | 'sent'; readonly postId: string }
  | { readonly kind: 'failed'; readonly postId: string; readonly why: string }
  /** Settings that it found out about by itself. */
  | { readonly kind: 'places-changed' }
  | { readonly kind: 'left-out'; readonly unsaid: readonly Unsaid[] }

/** Somebody who sees everything that is kept, in the order in which it is. */
export type Witness = {
  /** Before anything is decided: what was kept so far is taken in. */
  readonly ready: () => Promise<void>
  readonly acted: (scope: string, draft: ActDraft, touched: readonly string[]) => void
  readonly kept: (scope: string, kept: readonly Kept[]) => void
}

/** The unit of work of one process: it may die at each step, and what is kept is seen. */
export const tapped = (uow: UnitOfWork, fuse: Fuse, witness: Witness): UnitOfWork => ({
  read: (scope, work) => fuse.alive(() => uow.read(scope, (stores) => work(mortal(stores, fuse)))),
  keep: (scope, work) =>
    fuse.alive(async () => {
      await witness.ready()
      let kept: Kept[] = []
      const value = await uow.keep(scope, (stores) => {
        // A busy database may have it done again.
        kept = []
        return work(seen(mortal(stores, fuse), kept))
      })
      witness.kept(scope.workspaceId, kept)
      return value
    }),
  act: <T>(...[scope, draft, work]: Parameters<UnitOfWork['act']>) =>
    fuse.alive(async () => {
      await witness.ready()
      let touched: readonly string[] = []
      const outcome = await uow.act(scope, draft, async (stores, act) => {
        const done = await work(mortal(stores, fuse), act)
        touched = stores.journal.touched()
        return done
      })
      if (outcome.ok) witness.acted(scope.workspaceId, draft, touched)
      return outcome as Outcome<T>
    }),
})

/** The same stores; before whatever is asked of them, the process may die. */
const mortal = <S extends object>(stores: S, fuse: Fuse): S =>
  new Proxy(stores, {
    get: (all, name) => {
      const store: unknown = Reflect.get(all, name)
      return typeof store === 'object' && store !== null ? mortalStore(store, fuse) : store
    },
  })

const mortalStore = (store: object, fuse: Fuse): object =>
  new Proxy(store, {
    get: (all, name) => {
      const method: unknown = Reflect.get(all, name)
      if (typeof method !== 'function') return method
      return (...given: unknown[]): unknown => {
        fuse.stepInside()
        return Reflect.apply(method, all, given)
      }
    },
  })

const seen = (stores: KeepingStores, kept: Kept[]): KeepingStores => {
  const { posts, places } = stores
  const watched: Partial<Posts> = {
    fixDigest: async (place, on, at) => {
      const isFixed = await posts.fixDigest(place, on, at)
      if (isFixed) kept.push({ kind: 'digest-fixed', place, on })
      return isFixed
    },
    plan: async (post: PostDraft, nudges: readonly NudgeDraft[]) => {
      const ids = await posts.plan(post, nudges)
      const planned = await posts.nudgesOf(post.id)
      if (ids.length > 0) kept.push({ kind: 'planned', post, nudges: planned })
      return ids
    },
    claim: async (postId, claim) => {
      const post = await posts.claim(postId, claim)
      if (post !== null) kept.push({ kind: 'claimed', postId })
      return post
    },
    sent: async (postId, where) => {
      await posts.sent(postId, where)
      kept.push({ kind: 'sent', postId })
    },
    withdraw: async (postId, by) => {
      const isDone = await posts.withdraw(postId, by)
      if (isDone) kept.push({ kind: 'withdrawn', postId })
      return isDone
    },
    failed: async (postId, why, by) => {
      const isDone = await posts.failed(postId, why, by)
      if (isDone) kept.push({ kind: 'failed', postId, why })
      return isDone
    },
    leaveOut: async (unsaid) => {
      await posts.leaveOut(unsaid)
      if (unsaid.length > 0) kept.push({ kind: 'left-out', unsaid })
    },
  }
  const keptPlaces: Partial<KeepingPlaces> = {
    know: (home, zone) => {
      kept.push({ kind: 'places-changed' })
      return places.know(home, zone)
    },
    change: (home, patch) => {
      kept.push({ kind: 'places-changed' })
      return places.change(home, patch)
    },
  }
  const overlaid = new Map<PropertyKey, object>([
    ['posts', over(posts, watched)],
    ['places', over(places, keptPlaces)],
  ])
  return new Proxy(stores, {
    get: (all, name): unknown => overlaid.get(name) ?? Reflect.get(all, name),
  })
}

const over = (store: object, watched: object): object =>
  new Proxy(store, {
    get: (all, name): unknown => Reflect.get(watched, name) ?? Reflect.get(all, name),
  })
