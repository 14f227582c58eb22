import { existsSync } from 'node:fs'
import { join, normalize } from 'node:path'
import { describe, expect, it } from 'vitest'
import { configWith, examples, fileAt, filledIn, settingNames, stagesOf, textOf, yamlOf } from './reading.js'

type Service = {
  readonly build?: { readonly context: string; readonly dockerfile: string }
  readonly environment: Readonly<Record<string, string>>
  readonly volumes?: readonly string[]
  readonly ports?: readonly string[]
  readonly tmpfs?: readonly string[]
  readonly [key: string]: unknown
}
type Compose = { readonly services: Readonly<Record<string, Service>>; readonly volumes: object }

const composeAt = (path: string) => {
  const compose: Compose = yamlOf(path)
  const bot = compose.services.personable
  if (bot === undefined) throw new Error(`${path} has no service personable`)
  const environmentWith = (given: Readonly<Record<string, string>>) =>
    Object.fromEntries(Object.entries(bot.environment).map(([name, value]) => [name, filledIn(value, given)]))
  return { path, compose, bot, environmentWith }
}
const files = ['docs/deploy/compose.yml', 'docs/deploy/compose.small.yml'].map(composeAt)
const [withServer, small] = files
const image = stagesOf('docs/deploy/Dockerfile').at(-1) ?? []
const dataFolder = image.find(({ name }) => name === 'VOLUME')?.text

describe.each(files)('$path', ({ path, compose, bot }) => {
  it('asks for settings of the program, by their names', () => {
    const asked = [...textOf(path).matchAll(/\$\{([A-Z_]+)/g)].map(([, name = '']) => name)
    expect(asked.length).toBeGreaterThan(4)
    expect(asked.filter((name) => name !== 'POSTGRES_PASSWORD' && !settingNames.has(name))).toEqual([])
  })

  it('builds the image from the top of the repository', () => {
    const context = normalize(join(path, '..', bot.build?.context ?? ''))
    expect(context).toBe('.')
    expect(existsSync(fileAt(join(context, bot.build?.dockerfile ?? '')))).toBe(true)
  })

  it('gives the bot no power, nothing to write but what it has to, and time to end', () => {
    expect(bot).toMatchObject({
      read_only: true,
      cap_drop: ['ALL'],
      security_opt: ['no-new-privileges:true'],
      restart: 'unless-stopped',
      stop_grace_period: '60s',
    })
    expect(bot.tmpfs?.map((mount) => mount.split(':')[0])).toEqual(['/tmp'])
  })

  it('declares the volumes that it uses', () => {
    const used = Object.values(compose.services).flatMap(({ volumes = [] }) =>
      volumes.map((volume) => volume.split(':')[0]),
    )
    expect(used.sort()).toEqual(Object.keys(compose.volumes).sort())
  })
})

describe('compose.yml', () => {
  const { SLACK_APP_TOKEN, SLACK_SIGNING_SECRET, ...rest } = examples
  const start = (given: Readonly<Record<string, string>>) =>
    configWith(withServer?.environmentWith(given) ?? {})

  it('hands on every setting that is not its own business', () => {
    const own = ['HOST', 'PORT', 'SLACK_API_URL', 'LOOK_AGAIN_SECONDS']
    const handedOn = new Set(Object.keys(withServer?.bot.environment ?? {}))
    expect([...settingNames].filter((name) => !handedOn.has(name)).sort()).toEqual(own.sort())
  })

  it('starts for many workspaces', () => {
    const { SLACK_BOT_TOKEN, ...others } = rest
    const many = {
      ...others,
      SLACK_SIGNING_SECRET: SLACK_SIGNING_SECRET ?? '',
      SLACK_CLIENT_ID: '123.456',
      SLACK_CLIENT_SECRET: 'client-example',
      PUBLIC_URL: 'https://personable.example.com',
      ENCRYPTION_KEY: Buffer.alloc(32, 7).toString('base64'),
    }
    expect(start(many).slack.install.kind).toBe('oauth')
  })

  it('starts in Socket Mode, or over HTTP, whichever is given', () => {
    expect(start({ ...rest, SLACK_APP_TOKEN: SLACK_APP_TOKEN ?? '' }).slack.connection.kind).toBe('socket')
    expect(start({ ...rest, SLACK_SIGNING_SECRET: SLACK_SIGNING_SECRET ?? '' }).slack.connection.kind).toBe(
      'http',
    )
    expect(() => start(rest)).toThrow('SLACK_APP_TOKEN')
    expect(() => start({ ...examples, POSTGRES_PASSWORD: '' })).toThrow('POSTGRES_PASSWORD')
  })

  it('reaches the database that stands beside it', () => {
    const { databaseUrl } = start(examples)
    const { hostname, username, password, pathname } = new URL(databaseUrl)
    const server = withServer?.compose.services[hostname]
    expect(server?.environment).toMatchObject({ POSTGRES_USER: username, POSTGRES_DB: pathname.slice(1) })
    expect(filledIn(server?.environment.POSTGRES_PASSWORD ?? '', examples)).toBe(password)
    expect(withServer?.bot.depends_on).toEqual({ [hostname]: { condition: 'service_healthy' } })
    // Since 18 the image keeps its data in a folder beneath it.
    expect(server?.image).toBe('postgres:18')
    expect(server?.volumes).toEqual(['database:/var/lib/postgresql'])
  })

  it('lets in this machine alone, at the port that is listened on', () => {
    const { port } = start(examples)
    expect(withServer?.bot.ports).toEqual([`127.0.0.1:${port}:${port}`])
  })
})

describe('compose.small.yml', () => {
  it('starts in Socket Mode, with a database on its volume, and lets nobody in', () => {
    const fromImage = { DATABASE_URL: `file:${dataFolder}/personable.db` }
    const config = configWith({ ...fromImage, ...small?.environmentWith(examples) })
    expect(config.slack.connection.kind).toBe('socket')
    expect(small?.bot.volumes).toContain(`data:${dataFolder}`)
    expect(small?.bot.ports).toBeUndefined()
    expect(small?.bot.environment).not.toHaveProperty('DATABASE_URL')
  })

  it('has a place for backups that the bot may write', () => {
    const target = small?.bot.volumes?.find((volume) => volume.startsWith('backups:'))?.split(':')[1] ?? ''
    const made = image.find(({ name, text }) => name === 'RUN' && text.includes('chown'))?.text
    expect(made).toMatch(new RegExp(`chown node:node .*${target}\\b`))
    expect(textOf('docs/deploy/compose.small.yml')).toContain(`dist/backup.js ${target}/`)
  })
})
