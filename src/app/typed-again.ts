import type { Homed } from '../domain/audience.js'
import { fold } from '../domain/names.js'
import type { Asker } from './asker.js'
import { mayTellHere, tellsAll } from './tells-all.js'

/**
 * What is known already of a thing that is typed once more. `here`: all who read here may know it, so nothing is new.
 * `own`: the asker noted it where fewer read, so it is told here instead of a second time. Neither: it is new here.
 */
export type TypedAgain<T> = { readonly here: T | null; readonly own: T | null }

/** `same`: what says the same, as far as the asker may see it. */
export const typedAgain = <T extends Homed>(asker: Asker, same: readonly T[]): TypedAgain<T> => ({
  here: same.find(({ home }) => mayTellHere(asker, home)) ?? null,
  own: same.find(({ by, home }) => by === asker.userId && tellsAll(asker, home)) ?? null,
})

/** Letter case and spaces apart. */
export const isSameText = (a: string, b: string): boolean => fold(a) === fold(b)
