import type { Store } from '../../../../src/store/open-store.js'
import { installed } from '../../../support/installing.js'
import type { Given } from './given.js'

/** Those parts of a store that are told with each call which workspace it is about. */
type Parts = Pick<Store, 'installations' | 'turns' | 'paces' | 'homes' | 'answers' | 'owed' | 'heard'>
/** How it is asked about one workspace; `all`: it is about every one, and nobody’s but the program’s. */
type Named<S> = {
  readonly [M in keyof S]: 'all' | ((store: S, given: Given, workspaceId: string) => Promise<unknown>)
}

const soon = '2027-01-01T00:00:00.000Z'
const delivery = (a: Given, workspaceId: string) => ({ workspaceId, id: a.one('delivery-1', 'delivery-2') })
const who = (a: Given) => a.one('mallory', 'the other')
const home = (a: Given, workspaceId: string) => ({ workspaceId, userId: a.user() })
const taken = (a: Given) => ({
  at: a.instant(),
  why: 'account_inactive',
  eraseAt: '2026-11-25T00:00:00.000Z',
})

export const named: { readonly [P in keyof Parts]: Named<Parts[P]> } = {
  installations: {
    get: (s, _, id) => s.get(id),
    serving: (s, _, id) => s.serving(id),
    granted: (s, _, id) => s.granted(id),
    tokens: (s, _, id) => s.tokens(id),
    claimRefresh: (s, a, id) => s.claimRefresh(id, a.number(4), a.instant()),
    release: (s, a, id) => s.release(id, a.number(4)),
    keepRefreshed: (s, a, id) =>
      s.keepRefreshed(id, a.number(4), { token: 'xoxe-next', refreshToken: 'next', expiresAt: a.instant() }),
    markBroken: (s, a, id) => s.markBroken(id, a.number(4), 'token_expired', a.instant(), null),
    markWell: (s, a, id) => s.markWell(id, a.instant()),
    keep: (s, a, id) => s.keep(installed(id, { token: a.text() }), a.instant()),
    grant: (s, a, id) => s.grant('EALL', [id], a.instant()),
    revoke: (s, a, id) => s.revoke('EALL', [id], taken(a)),
    fallSilent: (s, a, id) => s.fallSilent(id, taken(a)),
    erase: (s, a, id) => s.erase(id, a.one('2026-11-01T00:00:00.000Z', soon)),
    active: 'all',
    tally: 'all',
    expiring: 'all',
    toErase: 'all',
    useState: 'all',
    sweepStates: 'all',
  },
  turns: {
    admit: (s, a, id) => s.admit([id], a.instant()),
    wake: (s, a, id) => s.wake(id, a.instant()),
    renew: (s, a, id) => s.renew({ workspaceId: id, wakes: a.number(3), by: who(a) }, soon),
    giveBack: (s, a, id) =>
      s.giveBack({ workspaceId: id, wakes: a.number(99), by: who(a) }, soon, a.instant()),
    dismiss: (s, a, id) => s.dismiss({ workspaceId: id, wakes: a.number(99), by: who(a) }),
    waits: (s, a, id) => s.waits(id, { now: a.instant(), realNow: a.instant() }),
    take: 'all',
  },
  paces: {
    read: (s, a, id) => s.read(id, a.one('chat.postMessage', 'C1')),
    write: (s, a, id) =>
      s.write(id, a.one('chat.postMessage', 'C1'), {
        counted: a.text(),
        version: a.number(3),
        lapsesAt: a.instant(),
      }),
    sweep: 'all',
  },
  homes: {
    opened: (s, a, id) => s.opened(home(a, id), a.instant()),
    ask: (s, a, id) => s.ask(home(a, id), a.instant()),
    askAll: (s, _, id) => s.askAll(id),
    shown: (s, a, id) => s.shown({ ...home(a, id), asked: a.number(4) }),
    notShown: (s, a, id) => s.notShown(home(a, id)),
    take: (s, a, id) => s.take(a.instant(), 10, id),
    forget: (s, a, id) => s.forget(home(a, id)),
    sweep: 'all',
  },
  answers: {
    claim: (s, a, id) => s.claim(delivery(a, id), a.instant()),
    done: (s, a, id) => s.done(delivery(a, id)),
    release: 'all',
    sweep: 'all',
  },
  owed: {
    owe: (s, a, id) => s.owe({ ...delivery(a, id), kind: 'command', payload: a.text() }, who(a), a.instant()),
    renew: (s, a, id) => s.renew(delivery(a, id), who(a), a.instant()),
    isOwed: (s, a, id) => s.isOwed(delivery(a, id)),
    paid: (s, a, id) => s.paid(delivery(a, id), who(a)),
    take: 'all',
  },
  heard: {
    tell: (s, a, id) => s.tell(id, [{ kind: 'channel', id: a.channel() }]),
    since: 'all',
    sweep: 'all',
  },
}

/** Asks the method that a name means of a whole store; null for what is about all workspaces. */
export const askedOf = (name: string) => {
  const [part = '', method = ''] = name.split('.')
  const row: unknown = Reflect.get(Reflect.get(named, part), method)
  if (typeof row !== 'function') return null
  return async (store: Store, given: Given, workspaceId: string): Promise<unknown> =>
    row(Reflect.get(store, part), given, workspaceId)
}
