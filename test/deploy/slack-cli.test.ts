import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'
import { fileAt, script, textOf, yamlOf } from './reading.js'

const {
  hooks,
  config,
}: {
  hooks: Readonly<Record<string, string>>
  config: {
    'sdk-managed-connection-enabled': boolean
    watch: Record<'manifest' | 'app', { paths: string[]; 'filter-regex'?: string }>
  }
} = JSON.parse(textOf('.slack/hooks.json'))

/** The CLI runs no shell: it parts a command at its blanks. */
const partsOf = (hook: string): string[] => (hooks[hook] ?? '').split(/\s+/)

describe('slack run', () => {
  it('starts what npm start starts, which connects by itself', () => {
    expect(partsOf('start')).toEqual(script('start').split(' '))
    expect(config['sdk-managed-connection-enabled']).toBe(true)
    expect(yamlOf('manifest.yml').settings.socket_mode_enabled).toBe(true)
  })

  it('is given the manifest as JSON, wherever it is asked for', async () => {
    const [node, file = ''] = partsOf('get-manifest')
    expect(node).toBe('node')
    const args = [fileAt(file), `--source=${tmpdir()}`]
    const { stdout, stderr } = await promisify(execFile)(process.execPath, args, { cwd: tmpdir() })
    expect(JSON.parse(stdout)).toEqual(yamlOf('manifest.yml'))
    expect(stderr).toBe('')
  })

  it('looks at what changes: the manifest, and what is compiled', () => {
    expect(config.watch.manifest.paths).toEqual(['manifest.yml'])
    expect(existsSync(fileAt('manifest.yml'))).toBe(true)
    expect(config.watch.app.paths).toEqual([script('start').split(' ').at(-1)?.split('/')[0]])
    expect('dist/main.js').toMatch(new RegExp(config.watch.app['filter-regex'] ?? 'nothing'))
  })
})
