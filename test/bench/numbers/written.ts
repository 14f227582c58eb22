import { execFileSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { cpus, totalmem } from 'node:os'
import { join } from 'node:path'
import type { Options } from '../options.js'
import { asMarkdown, type Report } from './result.js'

/** Writes a report as a table and as JSON into `folder`; answers the table. */
export const written = (folder: string, report: Report): string => {
  const table = asMarkdown(report)
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'bench.md'), table)
  writeFileSync(join(folder, 'bench.json'), JSON.stringify(report, null, 2))
  return table
}

/** On what was measured, and how. */
export const machineNow = (load: string, { rounds, each }: Options): string => {
  const [first] = cpus()
  const hardware = `${cpus().length} cores (${first?.model ?? '?'}), ${Math.round(totalmem() / 2 ** 30)} GB`
  const pace = `${rounds} rounds of ${each}, each side in turn`
  return `${hardware}, Node ${process.version}, commit ${commit()}; ${pace}; ${load}.`
}

const commit = (): string => {
  try {
    const root = process.env.BENCH_ROOT ?? '.'
    return execFileSync('git', ['-C', root, 'rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim()
  } catch {
    return 'unknown'
  }
}
