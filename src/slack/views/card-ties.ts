import type { CardTie } from '../../app/people/card-model.js'
import { isMutual, tiePhrases } from '../../domain/tie.js'
import { clip } from './blocks.js'
import { andMore } from './card-text.js'
import { joined, ours, say, sentence, typed, type Words } from './copy.js'

/** "Reports to Susan Reyes · married to Tom Hale · Ken Park reports to them". */
export const tiesLine = (ties: readonly CardTie[], all: number): Words => {
  const said = ties.map(({ kind, outward, other }) => {
    const name = typed(clip(other.name, 80))
    return outward || isMutual(kind)
      ? say`${ours(kind)} ${name}`
      : say`${name} ${ours(tiePhrases[kind])} them`
  })
  return say`${sentence(joined(said, ' · '))}${andMore(all, ties.length)}`
}
