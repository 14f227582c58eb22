type Taken = {
  readonly where: string
  readonly lane: number
  readonly from: number
  readonly to: number
  readonly bus: string
}

/** Lanes side by side, in any of several places: what lies on one of them does not touch anything else on it, but its own bus. */
export class Lanes {
  readonly #room: (where: number) => number
  #taken: Taken[] = []

  /** `room`: how many lanes there are at a place. */
  constructor(room: (where: number) => number) {
    this.#room = room
  }

  /** The lane of its own bus, or the first that is free from one end to the other; null when there is none. */
  take(where: string, from: number, to: number, bus: string): number | null {
    const here = this.#taken.filter((each) => each.where === where)
    const lanes = Array.from({ length: this.#room(Number.parseInt(where, 10)) }, (_, lane) => lane)
    const own = (lane: number) => here.some((each) => each.lane === lane && each.bus === bus)
    const isFree = (lane: number) =>
      here.every((each) => each.lane !== lane || each.bus === bus || each.to < from || each.from > to)
    const free = lanes.filter(isFree)
    const lane = free.find(own) ?? free[0]
    if (lane === undefined) return null
    this.#taken.push({ where, lane, from, to, bus })
    return lane
  }

  used(where: string): number {
    return Math.max(0, ...this.#taken.filter((each) => each.where === where).map(({ lane }) => lane + 1))
  }

  /** What was taken since a mark is free again. */
  mark(): number {
    return this.#taken.length
  }
  back(mark: number): void {
    this.#taken = this.#taken.slice(0, mark)
  }
}
