import type { Page } from '../ports.js'

/** A page of a list, and whether there is more after it. */
export type Some<T> = { readonly items: readonly T[]; readonly offset: number; readonly more: boolean }

/** Reads one more than is shown, to know whether there is more. */
export const someOf = async <T>(
  { limit, offset }: Page,
  read: (wider: Page) => Promise<readonly T[]>,
): Promise<Some<T>> => {
  const found = await read({ limit: limit + 1, offset })
  return { items: found.slice(0, limit), offset, more: found.length > limit }
}
