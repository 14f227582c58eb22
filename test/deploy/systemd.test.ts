import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, inject, it, onTestFinished } from 'vitest'
import { openStore } from '../../src/store/open-store.js'
import { fileAt, script, textOf, unitAt } from './reading.js'

const bot = unitAt('docs/deploy/personable.service')
const backup = unitAt('docs/deploy/personable-backup.service')

/** What `systemd-analyze security` counts, and both can do without. `.ci/run` lets systemd itself judge. */
const hardening: Readonly<Record<string, readonly string[]>> = {
  AmbientCapabilities: [''],
  CapabilityBoundingSet: [''],
  DevicePolicy: ['closed'],
  LimitCORE: ['0'],
  LockPersonality: ['yes'],
  NoNewPrivileges: ['yes'],
  PrivateDevices: ['yes'],
  PrivateMounts: ['yes'],
  PrivateTmp: ['yes'],
  PrivateUsers: ['yes'],
  ProcSubset: ['pid'],
  ProtectClock: ['yes'],
  ProtectControlGroups: ['yes'],
  ProtectHome: ['yes'],
  ProtectHostname: ['yes'],
  ProtectKernelLogs: ['yes'],
  ProtectKernelModules: ['yes'],
  ProtectKernelTunables: ['yes'],
  ProtectProc: ['invisible'],
  ProtectSystem: ['strict'],
  RemoveIPC: ['yes'],
  RestrictNamespaces: ['yes'],
  RestrictRealtime: ['yes'],
  RestrictSUIDSGID: ['yes'],
  SystemCallArchitectures: ['native'],
  SystemCallErrorNumber: ['EPERM'],
  SystemCallFilter: ['@system-service', '~@privileged @resources'],
  UMask: ['0077'],
}

describe.each([
  ['personable.service', bot],
  ['personable-backup.service', backup],
])('%s', (_, unit) => {
  it('may do what it needs, and nothing else', () => {
    const asIs = Object.fromEntries(Object.keys(hardening).map((name) => [name, unit.get(name)]))
    expect(asIs).toEqual(hardening)
  })

  it('is let compile as it runs, which V8 does', () => {
    expect(unit.has('MemoryDenyWriteExecute')).toBe(false)
  })

  it('is nobody on this machine who could log in, and works where the program is', () => {
    for (const name of ['User', 'Group', 'StateDirectory']) expect(unit.get(name)).toEqual(['personable'])
    expect(unit.get('WorkingDirectory')).toEqual(['/opt/personable'])
    expect(unit.get('StateDirectoryMode')).toEqual(['0700'])
  })
})

describe('personable.service', () => {
  it('starts what npm start starts', () => {
    expect(bot.get('ExecStart')).toEqual([`/usr/bin/${script('start')}`])
  })

  it('comes back for as long as it takes, and is given time to end', () => {
    expect(bot.get('Restart')).toEqual(['on-failure'])
    expect(bot.get('StartLimitIntervalSec')).toEqual(['0'])
    expect(Number(bot.get('TimeoutStopSec')?.[0])).toBeGreaterThanOrEqual(30)
  })
})

describe('personable-backup.service', () => {
  const folder = '/var/backups/personable'

  it('makes a verified copy, named by the time, with the command that the timer starts', async () => {
    const target = await mkdtemp(join(tmpdir(), 'personable-backups-'))
    onTestFinished(() => rm(target, { recursive: true, force: true }))
    const url = `file:${join(target, 'live', 'personable.db')}`
    await (await openStore(url, { newId: () => crypto.randomUUID() })).close()

    const [, line = ''] = /^\/bin\/sh -c '(.*)'$/.exec(backup.get('ExecStart')?.[0] ?? '') ?? []
    expect(line).toContain(`/usr/bin/${script('backup')} ${folder}/`)
    // As systemd hands it on.
    const given = line.replaceAll('$$', '$').replaceAll('%%', '%')
    const here = given.replace('/usr/bin/node', process.execPath).replaceAll(folder, target)
    const env = { PATH: process.env.PATH ?? '', DATABASE_URL: url }
    const { stdout } = await promisify(execFile)('/bin/sh', ['-c', here], {
      cwd: inject('productFolder'),
      env,
    })
    expect(stdout).toContain('Backed up')
    const made = (await readdir(target)).filter((name) => name !== 'live')
    expect(made).toEqual([expect.stringMatching(/^\d{4}-\d{2}-\d{2}-\d{6}\.db$/)])
  })

  it('takes away what is older than a month, of what it made and nothing else', () => {
    expect(backup.get('ReadWritePaths')).toEqual([folder])
    expect(backup.get('ExecStartPost')).toEqual([
      `/usr/bin/find ${folder} -maxdepth 1 -name *.db -mtime +30 -delete`,
    ])
  })

  it('is started by its timer', () => {
    expect(existsSync(fileAt('docs/deploy/personable-backup.timer'))).toBe(true)
    expect(unitAt('docs/deploy/personable-backup.timer').get('OnCalendar')).toHaveLength(1)
  })
})

it('systemd itself looks at all of them before anything lands', () => {
  expect(textOf('.ci/run')).toMatch(/^\.ci\/units$/m)
})
