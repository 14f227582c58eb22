import { statSync } from 'node:fs'

/** The folder of `package.json`: wherever this module lies in it, alone or put together with others. */
const top = ((): URL => {
  let folder = new URL('.', import.meta.url)
  while (statSync(new URL('package.json', folder), { throwIfNoEntry: false }) === undefined) {
    const above = new URL('..', folder)
    if (above.href === folder.href) throw new Error('Personable is not in the folder that it was shipped in')
    folder = above
  }
  return folder
})()

/** Where a file is that is shipped with the program, or made of it: `data/questions.json`. */
export const productFile = (path: string): URL => new URL(path, top)
