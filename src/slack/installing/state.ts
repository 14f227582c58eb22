import { createHash, createHmac, hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto'
import type { InstallURLOptions, StateStore } from '@slack/oauth'
import type { Installations } from '../../app/ports/installations.js'
import type { Clock } from '../../app/ports.js'

/** From the button to the way back from Slack. */
const stateSeconds = 10 * 60

/** Why a state is not taken: not of ours, too old, here before, or begun in another browser. */
export type StateFault = 'wrong-state' | 'expired-state' | 'used-state' | 'state-elsewhere'

/** `code` is what `@slack/oauth` hands on. */
class StateRefused extends Error {
  override readonly name = 'StateRefused'
  readonly code: StateFault
  constructor(fault: StateFault) {
    super('The state of an installation is not taken')
    this.code = fault
  }
}

/**
 * What ties the way back from Slack to the visit of the install page. It is signed and nowhere kept, so that visits
 * alone, which anybody can make any number of, write nothing; that it was used is kept until it would have expired.
 * That it comes back to the browser it was given to, `@slack/oauth` sees to with a cookie.
 */
export class SignedStates implements StateStore {
  readonly #key: Buffer
  readonly #options: InstallURLOptions
  readonly #used: Pick<Installations, 'useState'>
  readonly #clock: Clock

  constructor(
    clientSecret: string,
    options: InstallURLOptions,
    used: Pick<Installations, 'useState'>,
    clock: Clock,
  ) {
    // By OAuth's client secret, which all replicas have, and which signs nothing else.
    this.#key = Buffer.from(hkdfSync('sha256', clientSecret, '', 'personable: state of an installation', 32))
    this.#options = options
    this.#used = used
    this.#clock = clock
  }

  generateStateParam = async (): Promise<string> => {
    const nonce = randomBytes(18).toString('base64url')
    const until = Math.floor(Date.parse(this.#clock()) / 1000) + stateSeconds
    // No `=`, at which `@slack/oauth` cuts a cookie.
    return `${nonce}.${until}.${this.#mark(nonce, String(until))}`
  }

  verifyStateParam = async (_: Date, state: string): Promise<InstallURLOptions> => {
    const fault = this.faultIn(state)
    if (fault !== null) throw new StateRefused(fault)
    const hash = createHash('sha256').update(state).digest('base64url')
    const expiresAt = new Date(untilOf(state) * 1000).toISOString()
    if (!(await this.#used.useState(hash, expiresAt))) throw new StateRefused('used-state')
    return this.#options
  }

  /** What can be seen without asking whether it was used. */
  faultIn(state: string): 'wrong-state' | 'expired-state' | null {
    const [, nonce = '', until = '', mark = ''] = /^([\w-]{24})\.(\d{1,12})\.([\w-]{43})$/.exec(state) ?? []
    const own = this.#mark(nonce, until)
    if (mark.length !== own.length || !timingSafeEqual(Buffer.from(mark), Buffer.from(own)))
      return 'wrong-state'
    return Date.parse(this.#clock()) >= Number(until) * 1000 ? 'expired-state' : null
  }

  #mark(nonce: string, until: string): string {
    return createHmac('sha256', this.#key).update(`${nonce}.${until}`).digest('base64url')
  }
}

/** In seconds. */
const untilOf = (state: string): number => Number(state.split('.')[1])
