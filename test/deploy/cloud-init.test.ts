import { existsSync } from 'node:fs'
import { expect, it } from 'vitest'
import { configWith, examples, fileAt, textOf, unitAt, yamlOf } from './reading.js'

const path = 'docs/deploy/cloud-init.yml'
const machine = yamlOf(path)
const unit = unitAt('docs/deploy/personable.service')
const commands: readonly string[] = machine.runcmd
const commandWith = (word: string): string => commands.find((command) => command.includes(word)) ?? ''

it('is what cloud-init takes for its own', () => {
  expect(textOf(path).startsWith('#cloud-config\n')).toBe(true)
})

it('makes the user and the folders that the service has', () => {
  const [, user] = machine.users
  expect(user).toMatchObject({ name: unit.get('User')?.[0], system: true, lock_passwd: true })
  const state = `/var/lib/${unit.get('StateDirectory')?.[0]}`
  expect(user.homedir).toBe(state)
  const [[, mounted]] = machine.mounts
  expect(mounted).toBe(state)
  expect(unit.get('RequiresMountsFor')).toEqual([state])
  expect(commandWith('git clone').split(' ').at(-1)).toBe(unit.get('WorkingDirectory')?.[0])
  const backups = unitAt('docs/deploy/personable-backup.service').get('ReadWritePaths')?.[0] ?? 'none'
  expect(commandWith('--directory')).toContain(` ${backups}`)
})

it('leaves settings behind with which the bot starts once the tokens are in', () => {
  const [file] = machine.write_files
  expect(file.permissions).toBe('0600')
  const lines: string[] = file.content.trim().split('\n')
  const env = Object.fromEntries(lines.map((line) => line.split(/=(.*)/, 2) as [string, string]))
  expect(env).toMatchObject({ SLACK_BOT_TOKEN: '', SLACK_APP_TOKEN: '' })
  const config = configWith({
    ...env,
    SLACK_BOT_TOKEN: examples.SLACK_BOT_TOKEN ?? '',
    SLACK_APP_TOKEN: examples.SLACK_APP_TOKEN ?? '',
  })
  expect(config.databaseUrl).toMatch(/^file:\/var\/lib\/personable\//)
  expect(commandWith(file.path)).toContain(`${unit.get('WorkingDirectory')?.[0]}/.env`)
})

it('puts the units where systemd looks, and starts them', () => {
  const install = commandWith('/etc/systemd/system/').split(' ')
  const sources = install.filter((word) => word.startsWith('/opt/personable/docs/'))
  expect(sources.length).toBeGreaterThan(0)
  const enabled = commandWith('systemctl enable').split(' ').slice(3)
  for (const name of enabled) expect(existsSync(fileAt(`docs/deploy/${name}`))).toBe(true)
  for (const source of sources) {
    const [, folder = '', start = '', end = ''] =
      /\/opt\/personable\/(.*\/)([^/*]*)\*(.*)$/.exec(source) ?? []
    expect(enabled.some((name) => name.startsWith(start) && name.endsWith(end))).toBe(true)
    expect(folder).toBe('docs/deploy/')
  }
})
