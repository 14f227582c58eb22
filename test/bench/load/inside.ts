import { figuresOf } from '../numbers/figures.js'
import type { Result } from '../numbers/result.js'
import type { Options } from '../options.js'
import { longMessage } from './cases.js'
import { cpuOf, type Measured } from './measure.js'

const beatsARound = 10
const messagesARound = 5
export const beatName = 'a beat with nothing due'
export const peopleInName = 'people in a message of 500 words'

/** What has no answer that Slack would see, on each side in turn. */
export const rowsInside = async (
  all: readonly Measured[],
  { rounds }: Pick<Options, 'rounds'>,
): Promise<readonly Result[]> => {
  const bots = all.filter(({ isFloor, side }) => !isFloor && side.over === 'http')
  const found = bots.map(() => ({ beats: [] as number[][], cpu: 0, named: [] as number[][] }))
  // What was typed before is followed by a beat that has something to do, and each side has statements to prepare.
  for (const { side, people } of bots) {
    await side.ask({ what: 'beat', times: beatsARound })
    await side.ask({ what: 'people-in', texts: messages(0, people) })
  }
  for (let round = 1; round <= rounds; round++)
    for (const [which, measured] of bots.entries()) {
      const { side, people } = measured
      const mine = found[which]
      if (mine === undefined) continue
      const before = await cpuOf(measured)
      mine.beats.push([...(await side.ask({ what: 'beat', times: beatsARound }))])
      mine.cpu += (await cpuOf(measured)) - before
      mine.named.push([...(await side.ask({ what: 'people-in', texts: messages(round, people) }))])
    }
  return bots.flatMap(({ side, people }, which) => {
    const { beats = [], cpu = 0, named = [] } = found[which] ?? {}
    const of = { side: side.name, people, times: null }
    return [
      { ...of, what: beatName, figures: figuresOf(beats), cpu: cpu / (rounds * beatsARound) },
      { ...of, what: peopleInName, figures: figuresOf(named), cpu: null },
    ]
  })
}

const messages = (round: number, people: number): readonly string[] =>
  Array.from({ length: messagesARound }, (_, n) => longMessage(500, round * messagesARound + n, people))
