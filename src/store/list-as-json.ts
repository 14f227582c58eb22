import { cleanString } from './clean-text.js'

/** The homes that an asker may see stand in each of their queries, twice and more; they are frozen (`Conditions`). */
const written = new WeakMap<readonly string[], string>()

/** A list as one value of a query. Inside JSON the plugin that cleans values does not see them. */
export const listAsJson = (list: readonly string[]): string => {
  const known = written.get(list)
  if (known !== undefined) return known
  const json = JSON.stringify(list.map(cleanString))
  // Another list could still become a longer one.
  if (Object.isFrozen(list)) written.set(list, json)
  return json
}
