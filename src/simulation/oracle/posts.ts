import type { Nudge } from '../../domain/nudge.js'
import type { PostDraft } from '../../store/post-planning.js'

/** A post that brings people up, from its planning to its arrival. */
export type Watched = {
  readonly post: PostDraft
  nudges: readonly Nudge[]
  /** When it was planned and last begun, in the order of all that was kept. */
  readonly plannedAt: number
  begunAt: number
  state: 'planned' | 'sent' | 'withdrawn' | 'failed'
}

/** Somebody brought up in a message that stands, or stood, in Slack. */
export type Told = {
  readonly personId: string
  readonly nudge: Nudge
  readonly place: string
  readonly on: string
}

/** What was planned, and what arrived of it. */
export class PostBook {
  readonly planned = new Map<string, Watched>()
  /** By post: how often it arrived. */
  readonly arrived = new Map<string, number>()
  readonly told: Told[] = []

  /** Those who are planned to be brought up, and were not yet. */
  waiting(): string[] {
    return this.#last().flatMap(({ nudges, state }) =>
      state === 'planned' ? nudges.map(({ personId }) => personId) : [],
    )
  }

  /** Of those that were planned, the last: an older one has come to its end. */
  #last(): Watched[] {
    return [...this.planned.values()].slice(-40)
  }

  /** Who came up in a place on a day, in other posts than one: whoever comes up again in that one takes room there too. */
  peopleOn(place: string, on: string, otherThan?: string): Set<string> {
    const people = new Set<string>()
    for (const { post, nudges, state } of this.planned.values())
      if (
        post.id !== otherThan &&
        post.place === place &&
        post.on === on &&
        (state === 'planned' || state === 'sent')
      )
        for (const { personId } of nudges) people.add(personId)
    return people
  }
}
