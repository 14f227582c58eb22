import type { Unsaid } from '../../app/ports/posts.js'
import type { PlaceSettings } from '../../app/ports.js'
import { isObject, type Json, parseJson } from '../../practice/json.js'
import type { Kept, Witness } from '../bot/tapped.js'
import { codeOf, namesIn } from '../people/words.js'
import type { Arrived } from '../slack/wire.js'
import { checkPost, stillAsked } from './delivery.js'
import { checkDigest } from './digest.js'
import { type Facts, Known } from './facts.js'
import { PostBook } from './posts.js'
import type { OraclePorts, Seen } from './seen.js'
import { type Reader, Sight } from './sight.js'

/** Looks at everything that is kept and everything that reaches Slack in one workspace, and says what must not be. */
export class Oracle implements Seen {
  readonly known: Known
  readonly book = new PostBook()
  readonly sight: Sight
  readonly ports: OraclePorts
  /** By home, as last set; and the widest that a place was on a day, when somebody changed it. */
  places = new Map<string, PlaceSettings>()
  /** When something about a person was last changed, in the order of what was kept. */
  readonly touchedAt = new Map<string, number>()
  readonly placesSetAt = new Map<string, number>()
  /** When it was last set, by the clock of the bot. */
  readonly placesSetOn = new Map<string, number>()
  readonly #causes = new Set<string>()
  readonly #ids = new Map<string, string>()
  #begunAt = 0
  #havePlacesChanged = true

  constructor(ports: OraclePorts) {
    this.ports = ports
    this.known = new Known(ports.uow, ports.slack.me.workspaceId)
    this.sight = new Sight(ports.slack)
  }

  broken(what: string): void {
    this.ports.onBroken(`${this.ports.slack.me.workspaceId}: ${what}`)
  }

  /** Something of the bot begins: what others change from now on, it may not have seen. */
  begins(): void {
    this.#begunAt = this.known.now
  }

  get witness(): Witness {
    return {
      ready: () => this.takeIn(),
      acted: (scope, draft, touched) => {
        if (scope !== this.ports.slack.me.workspaceId) this.broken(`an act in another workspace, ${scope}`)
        const now = this.known.next()
        this.#havePlacesChanged = true
        const people = draft.personId === null ? touched : [...touched, draft.personId]
        this.known.touch(people)
        // Nothing says any more who it was.
        if (draft.kind === 'forget') this.known.touch([...this.known.all.keys()])
        for (const id of people) this.touchedAt.set(id, now)
        if (draft.kind === 'settings' || draft.kind === 'undo') this.placesSetAt.set(draft.place, now)
        if (draft.cause === null) return
        if (this.#causes.has(draft.cause)) this.broken(`${draft.kind} was done twice for ${draft.cause}`)
        this.#causes.add(draft.cause)
        this.ports.onSeen('act', `${draft.kind} by ${draft.by} ${people.length}`)
      },
      kept: (scope, kept) => {
        if (scope !== this.ports.slack.me.workspaceId) this.broken(`kept in another workspace, ${scope}`)
        this.#keep(kept)
      },
    }
  }

  async takeIn(): Promise<void> {
    for (const id of await this.known.takeIn()) stillAsked(this, id)
    if (!this.#havePlacesChanged) return
    this.#havePlacesChanged = false
    const scope = { workspaceId: this.ports.slack.me.workspaceId, audience: 'everything' } as const
    const all = await this.ports.uow().read(scope, ({ places }) => places.all())
    for (const place of all)
      if (JSON.stringify(place) !== JSON.stringify(this.places.get(place.home)))
        this.placesSetOn.set(place.home, this.ports.botNow())
    this.places = new Map(all.map((place) => [place.home, place]))
  }

  /** Whoever is called like this now. */
  named(code: string): Facts | undefined {
    const id = this.#ids.get(code)
    const facts = id === undefined ? undefined : this.known.all.get(id)
    if (facts !== undefined && codeOf(facts.person.name) === code) return facts
    for (const each of this.known.all.values()) {
      const its = codeOf(each.person.name)
      if (its !== undefined) this.#ids.set(its, each.person.id)
    }
    return this.known.all.get(this.#ids.get(code) ?? '')
  }

  /** What reached Slack: nothing in it may be wider known than it was told. */
  arrived({ method, values, answer, isLate }: Arrived): void {
    if (answer.ok !== true) return
    const isPost = method === 'chat.postMessage'
    if (!isPost && method !== 'chat.update' && method !== 'chat.postEphemeral') return
    const channelId = String(values.channel)
    const text = JSON.stringify([values.text, values.blocks])
    if (!isLate) this.reads(this.#readerIn(channelId, values), text, '', method)
    const postId = isPost ? postIdOf(values) : null
    if (postId !== null) checkPost(this, postId, text, isLate)
  }

  /** What a teammate was answered; what they typed themselves they may read again. */
  answered(userId: string, typed: string, answer: unknown): void {
    this.reads({ kind: 'teammate', userId }, JSON.stringify(answer), typed, 'an answer')
  }

  reads(reader: Reader, text: string, typed: string, how: string): void {
    for (const { text: word, word: known } of this.ports.words.in(text)) {
      if (typed.includes(word)) continue
      const isTheirOwn = reader.kind === 'teammate' && known.authors.includes(reader.userId)
      if (!isTheirOwn && !this.sight.may(reader, known.home, known.authors))
        this.broken(`${how} told ${who(reader)} the word ${word} of ${known.home}`)
    }
    for (const code of new Set(namesIn(text))) {
      const facts = typed.includes(code) ? undefined : this.named(code)
      if (facts === undefined || (this.touchedAt.get(facts.person.id) ?? 0) > this.#begunAt) continue
      const { home, by, ownerId } = facts.person
      if (!this.sight.may(reader, home, [by, ownerId]))
        this.broken(
          `${how} named ${facts.person.name} of ${home} (${by}, ${ownerId}) to ${who(reader)}: ${text.slice(0, 900)}`,
        )
    }
  }

  #readerIn(channelId: string, values: Json): Reader {
    if (typeof values.user === 'string') return { kind: 'teammate', userId: values.user }
    const channel = this.ports.slack.workspace.channels.get(channelId)
    const { botUserId } = this.ports.slack.me
    const other = channel?.kind === 'im' ? [...channel.members].find((id) => id !== botUserId) : undefined
    return other === undefined ? { kind: 'place', channelId } : { kind: 'teammate', userId: other }
  }

  #keep(kept: readonly Kept[]): void {
    for (const each of kept) {
      const now = this.known.next()
      if (each.kind === 'places-changed') this.#havePlacesChanged = true
      const of = 'postId' in each ? this.book.planned.get(each.postId) : undefined
      if (each.kind === 'planned') {
        const { post, nudges } = each
        this.book.planned.set(post.id, { post, nudges, plannedAt: now, begunAt: now, state: 'planned' })
        this.known.touch(nudges.map(({ personId }) => personId))
        this.ports.onSeen('planned', `${post.kind} ${post.place} ${post.on} ${nudges.length}`)
      }
      if (each.kind === 'left-out') this.#leaveOut(each.unsaid)
      if (of === undefined) continue
      if (each.kind === 'claimed') of.begunAt = now
      if (each.kind === 'withdrawn' || each.kind === 'failed') {
        of.state = each.kind
        this.known.touch(of.nudges.map(({ personId }) => personId))
        this.ports.onSeen(each.kind, `${of.post.id} ${of.post.place}`)
      }
      if (each.kind === 'sent') of.state = 'sent'
    }
    const fixed = kept.find((each) => each.kind === 'digest-fixed')
    const planned = kept.find((each) => each.kind === 'planned')
    if (fixed !== undefined) checkDigest(this, fixed.place, fixed.on, planned?.nudges ?? [])
  }

  #leaveOut(unsaid: readonly Unsaid[]): void {
    for (const watched of this.book.planned.values()) {
      const left = watched.nudges.filter(({ id }) => unsaid.some(({ nudgeId }) => nudgeId === id))
      if (left.length === 0) continue
      watched.nudges = watched.nudges.flatMap((nudge) => {
        const { reasons, times } = unsaid.find(({ nudgeId }) => nudgeId === nudge.id) ?? nudge
        return reasons.length === 0 ? [] : [{ ...nudge, reasons, times }]
      })
      this.known.touch(left.map(({ personId }) => personId))
    }
  }
}

const who = (reader: Reader): string => (reader.kind === 'teammate' ? reader.userId : reader.channelId)

/** The id that a post of the outbox carries; null for any other message. */
const postIdOf = ({ metadata }: Json): string | null => {
  const parsed = typeof metadata === 'string' ? parseJson(metadata) : metadata
  const payload = isObject(parsed) && isObject(parsed.event_payload) ? parsed.event_payload : {}
  return typeof payload.id === 'string' ? payload.id : null
}
