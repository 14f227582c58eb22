/** A number of 32 bits that follows from the seed and what it is about: the same in every run. */
export const chance = (about: number, salt: number, seed = 7): number => {
  let mixed = (Math.imul(about ^ 0x9e3779b9, 0x85ebca6b) ^ Math.imul(salt + seed * 31, 0xc2b2ae35)) >>> 0
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x2c1b3c6d)
  mixed = Math.imul(mixed ^ (mixed >>> 12), 0x297a2d39)
  return (mixed ^ (mixed >>> 15)) >>> 0
}

/** Below `end`, each as often. */
export const evenly = (about: number, salt: number, end: number): number =>
  Math.floor((chance(about, salt) / 2 ** 32) * end)

/** Below `end`, the first far more often than the last, as names and words are; steeper with a greater power. */
export const unevenly = (about: number, salt: number, end: number, power: number): number =>
  Math.floor((chance(about, salt) / 2 ** 32) ** power * end)
