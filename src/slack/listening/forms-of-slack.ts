import type { HomeView, ModalView } from '@slack/types'
import type { WebClient } from '@slack/web-api'
import { type SlackTrouble, troubleOf } from '../slack-error.js'
import type { Seal } from './seal.js'

/**
 * Opens and changes views, sealed for whoever sees them. Each call answers null, or what went wrong; none throws, none
 * is repeated.
 */
export class Forms {
  readonly #client: WebClient
  readonly #seal: Seal

  constructor(client: WebClient, seal: Seal) {
    this.#client = client
    this.#seal = seal
  }

  open(triggerId: string, shown: ModalView, userId: string): Promise<SlackTrouble | null> {
    const view = this.#seal.put(shown, userId)
    return tried(() => this.#client.views.open({ trigger_id: triggerId, view }))
  }
  /** On top of the form that is open. */
  push(triggerId: string, shown: ModalView, userId: string): Promise<SlackTrouble | null> {
    const view = this.#seal.put(shown, userId)
    return tried(() => this.#client.views.push({ trigger_id: triggerId, view }))
  }
  /** `externalId` is the name that we gave the form. */
  update(externalId: string, shown: ModalView, userId: string): Promise<SlackTrouble | null> {
    const view = this.#seal.put(shown, userId)
    return tried(() => this.#client.views.update({ external_id: externalId, view }))
  }
  /** In place of what a view shows, by Slack's own id of it. */
  replace(viewId: string, shown: ModalView, userId: string): Promise<SlackTrouble | null> {
    const view = this.#seal.put(shown, userId)
    return tried(() => this.#client.views.update({ view_id: viewId, view }))
  }
  /** What somebody's Home tab shows from now on. */
  publish(userId: string, view: HomeView): Promise<SlackTrouble | null> {
    return tried(() => this.#client.views.publish({ user_id: userId, view }))
  }
}

const tried = async (call: () => Promise<unknown>): Promise<SlackTrouble | null> => {
  try {
    await call()
    return null
  } catch (error) {
    return troubleOf(error)
  }
}
