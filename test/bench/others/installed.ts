import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Single } from '../numbers/result.js'

const root = process.env.BENCH_ROOT ?? process.cwd()

/** What `npm ci --omit=dev` puts on a disk. */
export const installed = (): Single => {
  const { packages }: { packages: Readonly<Record<string, { dev?: boolean; devOptional?: boolean }>> } =
    JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'))
  const used = Object.entries(packages).filter(
    ([path, { dev, devOptional }]) => path !== '' && !dev && !devOptional,
  )
  const bytes = used.reduce((sum, [path]) => sum + sizeOf(join(root, path)), 0)
  return { what: 'size of the install', side: `${used.length} packages`, value: bytes / 2 ** 20, unit: 'MB' }
}

/** Of a package alone: what it brings along stands in the lock file by itself. */
const sizeOf = (folder: string): number => {
  try {
    return readdirSync(folder, { withFileTypes: true })
      .filter(({ name }) => name !== 'node_modules')
      .reduce((sum, each) => {
        const path = join(folder, each.name)
        return sum + (each.isDirectory() ? sizeOf(path) : each.isFile() ? statSync(path).size : 0)
      }, 0)
  } catch {
    // A package for another kind of machine is in the lock file and not on the disk.
    return 0
  }
}
