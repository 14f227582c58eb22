import type { Log } from '../logging.js'
import type { Brush } from './canvas.js'
import { openBrush } from './canvas.js'
import { drawn } from './draw.js'
import { companyPicture } from './layout/company.js'
import type { CompanyScene } from './layout/company-scene.js'
import { yearPicture } from './layout/year.js'
import type { YearScene } from './layout/year-scene.js'
import type { Pen, Picture } from './picture.js'

/** A name that no font here can write, and the number that stands for it. */
export type Numbered = { readonly number: number; readonly name: string }

export type Drawn =
  | { readonly kind: 'drawn'; readonly png: Buffer; readonly numbered: readonly Numbered[] }
  /** `no-library`: nothing draws on this machine; `busy`: too many wait already; `failed`: it broke, or took too long. */
  | { readonly kind: 'not-drawn'; readonly because: 'no-library' | 'busy' | 'failed' }

/** Those who wait beyond this are told so at once. */
const mostWaiting = 8
/** For one picture, from its turn on. */
const patienceMs = 8_000

type Laid = { readonly picture: Picture; readonly numbered: readonly Numbered[] }

/** Draws one picture at a time, whoever asks; so no more than one sheet is ever in memory. */
export class Pictures {
  readonly #log: Log
  readonly #open: () => Promise<Brush>
  readonly #patienceMs: number
  #brush: Brush | null = null
  #last: Promise<unknown> = Promise.resolve()
  #waiting = 0

  constructor(log: Log, open: () => Promise<Brush> = openBrush, patience = patienceMs) {
    this.#log = log
    this.#open = open
    this.#patienceMs = patience
  }

  company(scene: CompanyScene): Promise<Drawn> {
    return this.#inTurn((pen) => companyPicture(scene, pen))
  }

  year(scene: YearScene): Promise<Drawn> {
    return this.#inTurn((pen) => ({ picture: yearPicture(scene, pen), numbered: [] }))
  }

  async #inTurn(lay: (pen: Pen) => Laid): Promise<Drawn> {
    if (this.#waiting >= mostWaiting) return { kind: 'not-drawn', because: 'busy' }
    this.#waiting++
    const turn = this.#last.then(() => this.#draw(lay))
    this.#last = turn
    try {
      return await turn
    } finally {
      this.#waiting--
    }
  }

  /** Never throws: the next in turn waits for it. */
  async #draw(lay: (pen: Pen) => Laid): Promise<Drawn> {
    try {
      this.#brush ??= await this.#open()
    } catch (error) {
      this.#log.warn('No picture can be drawn: the library has no build for this machine', { err: error })
      return { kind: 'not-drawn', because: 'no-library' }
    }
    try {
      const until = performance.now() + this.#patienceMs
      const { picture, numbered } = lay(this.#brush.pen)
      const png = await drawn(this.#brush, picture, { now: () => performance.now(), until })
      return { kind: 'drawn', png, numbered }
    } catch (error) {
      this.#log.warn('A picture could not be drawn', { err: error })
      return { kind: 'not-drawn', because: 'failed' }
    }
  }
}
