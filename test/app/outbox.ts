import { logContact } from '../../src/app/interactions/log-contact.js'
import type { NoticeModel } from '../../src/app/nudges/compose-notice.js'
import { freshenPosts } from '../../src/app/nudges/freshen.js'
import { type Pass, planPass } from '../../src/app/nudges/plan.js'
import type { PostModel } from '../../src/app/nudges/post-model.js'
import { type SendPorts, sendPost } from '../../src/app/nudges/send.js'
import type { Messenger, PostOutcome, UpdateOutcome, Whereabouts } from '../../src/app/ports/messenger.js'
import type { Clock } from '../../src/app/ports.js'
import { anOffice, everything, monday, type Office } from './office.js'

export const questions = [{ id: 'story-01', facet: 'story', text: 'How did you begin?' }] as const
export const there: Whereabouts = { channelId: 'CUSTOMERS', ts: '1.1' }
export const sent = { kind: 'sent', ...there } as const

/** What Slack answers next to each kind of call; the last answer stands. */
export type Script = {
  post: PostOutcome[]
  find: (Whereabouts | null | 'unknown')[]
  posted: (readonly string[] | 'unknown')[]
  update: UpdateOutcome[]
  remove: UpdateOutcome[]
}

export const theOutbox = (office: Office, script: Partial<Script> = {}) => {
  let clock = Date.parse(monday)
  const calls: string[] = []
  const said: PostModel[] = []
  const told: NoticeModel[] = []
  const hear = (message: PostModel | NoticeModel) => {
    if ('entries' in message) said.push(message)
    else told.push(message)
  }
  const next = <T>(answers: T[] | undefined, usual: T): T =>
    (answers !== undefined && answers.length > 1 ? answers.shift() : answers?.[0]) ?? usual
  const messenger: Messenger<PostModel | NoticeModel> = {
    post: async (place, message) => {
      calls.push(`post ${place}`)
      hear(message)
      return next(script.post, sent)
    },
    find: async () => {
      calls.push('find')
      const [found = null] = script.find ?? []
      if ((script.find?.length ?? 0) > 1) script.find?.shift()
      return found
    },
    postedSince: async (place) => {
      calls.push(`postedSince ${place}`)
      return next(script.posted, [])
    },
    update: async (_channel, _ts, message) => {
      calls.push('update')
      hear(message)
      return next(script.update, { kind: 'ok' })
    },
    remove: async ({ ref }) => {
      calls.push(`remove ${ref}`)
      return next(script.remove, { kind: 'ok' })
    },
  }
  const now: Clock = () => new Date(clock).toISOString()
  const ports: SendPorts<PostModel | NoticeModel> & { readonly clock: Clock } = {
    ...office,
    questions,
    messenger,
    render: (model) => model,
    clock: now,
    realClock: now,
    sender: 'this process',
    lookAgainMs: 60_000,
  }
  return {
    calls,
    said,
    told,
    ports,
    /** The ids of all that waits to be sent, the oldest first. */
    waiting: async () =>
      (await office.uow.keep(everything, ({ posts }) => posts.unfinished())).map((post) => post.id),
    pause: (ms: number) => {
      clock += ms
    },
    plan: (more: Partial<Pass> = {}) =>
      planPass({ ...office, questions }, { workspaceId: 'T1', now: monday, dryRun: false, ...more }),
    send: (postId: string, now = monday) => sendPost(ports, { workspaceId: 'T1', now }, postId),
    freshen: () => freshenPosts(ports, 'T1'),
    post: (postId: string) => office.uow.keep(everything, ({ posts }) => posts.get(postId)),
  }
}

/** Frank has been quiet for two months, and his digest is planned. */
export const planned = async (script: Partial<Script> = {}) => {
  const office = await anOffice()
  const ana = await office.asker()
  const frank = await office.knows(ana)
  await logContact(office, ana, { personId: frank.id, kind: 'met', on: '2026-09-20', text: '' })
  const outbox = theOutbox(office, script)
  const [post] = await outbox.plan()
  if (post === undefined) throw new Error('nothing planned')
  return { office, ana, frank, outbox, id: post.postId }
}
