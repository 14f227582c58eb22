import { cleanString } from './clean-text.js'

/** Lists as values of a query, each written out but once where the list is frozen: another could still become a longer one. */
const writtenOnce = (write: (list: readonly string[]) => string) => {
  const written = new WeakMap<readonly string[], string>()
  return (list: readonly string[]): string => {
    const known = written.get(list)
    if (known !== undefined) return known
    const text = write(list)
    if (Object.isFrozen(list)) written.set(list, text)
    return text
  }
}

/**
 * A list as one value. The homes that an asker may see stand in each of their queries, twice and more; they are frozen
 * (`termsOf`). Inside JSON the plugin that cleans values does not see them.
 */
export const listAsJson = writtenOnce((list) => JSON.stringify(list.map(cleanString)))

/**
 * A list as a text in which each value stands between quotes, with a comma and a mark before it: where `,"=a"` is found, `a`
 * is one of them, since a quote within a value always has a backslash before it.
 */
export const listAsText = writtenOnce((list) =>
  JSON.stringify(['', ...list.map((each) => `=${cleanString(each)}`)]),
)
