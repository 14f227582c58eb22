import { sourceName } from '../../domain/role-change/source.js'
import { say, type Words } from './copy.js'

/** "from LinkedIn", "from an address book": inside a sentence. */
export const fromSource = (source: string): Words => {
  const { name } = sourceName(source)
  return say`from ${name.replace(/^(?:An?|Their) /, (article) => article.toLowerCase())}`
}
