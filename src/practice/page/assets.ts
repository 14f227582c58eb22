import { readFile } from 'node:fs/promises'
import type { ServerResponse } from 'node:http'
import { extname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { productFile } from '../../content/product-file.js'
import { answer } from './answering.js'

/** Where the build puts the page. */
const folder = productFile('dist/practice/page/app/')

const types: Record<string, string | undefined> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
}

/** A file of the built page; `/` is the page itself. */
export async function sendAsset(response: ServerResponse, path: string): Promise<void> {
  const name = path === '/' ? 'index.html' : path.slice(1)
  const type = types[extname(name)]
  // One folder, no way out of it.
  if (!type || !/^[\w.-]+(\/[\w.-]+)*$/.test(name) || name.includes('..'))
    return answer(response, 404, 'text/plain', 'Nothing here')
  try {
    answer(response, 200, type, await readFile(fileURLToPath(new URL(name, folder))))
  } catch {
    if (path === '/') answer(response, 503, 'text/plain', 'The page is not built yet: run "npm run prepare".')
    else answer(response, 404, 'text/plain', 'Nothing here')
  }
}
