import pg from 'pg'
import { describe, expect, inject, it, onTestFinished } from 'vitest'
import { ask } from '../support/asking.js'
import { eventually } from '../support/doing.js'
import { aBot } from '../support/process-bot.js'
import { aWorkspace, settingsFor } from '../support/process-team.js'
import { settingNames, stagesOf, yamlsOf } from './reading.js'

const documents = yamlsOf('docs/deploy/kubernetes.yml')
const kind = (name: string) => documents.find((document) => document.kind === name)
const { spec: deployment } = kind('Deployment')
const { spec: pod, metadata: podMetadata } = deployment.template
const [container] = pod.containers
const environment: Readonly<Record<string, string>> = Object.fromEntries(
  container.env.map(({ name, value }: { name: string; value: string }) => [name, value]),
)

/** A database of the tests' server, empty. */
const newDatabase = async (): Promise<string> => {
  const server = new pg.Client(`${inject('postgresUrl')}postgres`)
  await server.connect()
  const name = `deploy_${process.pid}_${Math.random().toString(36).slice(2)}`
  await server.query(`create database ${name}`)
  onTestFinished(async () => {
    await server.query(`drop database ${name} with (force)`)
    await server.end()
  })
  return `${inject('postgresUrl')}${name}`
}

describe('a pod', () => {
  it('starts with the settings that it is given, answers its probes, and ends in the time that it has', async () => {
    const workspace = await aWorkspace()
    const settings = {
      ...settingsFor(workspace, '', 'http'),
      DATABASE_URL: await newDatabase(),
      ...environment,
      // Any free port.
      PORT: '0',
    }
    const bot = await aBot(workspace, settings)
    const port = bot.logged().find(({ port }) => port !== undefined)?.port ?? 0
    const { livenessProbe, readinessProbe, lifecycle } = container
    expect((await ask(port, livenessProbe.httpGet.path)).status).toBe(200)
    await eventually(
      'ready',
      async () => (await ask(port, readinessProbe.httpGet.path)).status === 200,
      readinessProbe.failureThreshold * readinessProbe.periodSeconds * 1000,
    )
    const [, before] = lifecycle.preStop.exec.command
    const within = (pod.terminationGracePeriodSeconds - Number(before)) * 1000
    expect(within).toBeGreaterThanOrEqual(60_000)
    const from = performance.now()
    bot.kill('SIGTERM')
    expect(await bot.ended).toEqual({ code: 0, signal: null })
    expect(performance.now() - from).toBeLessThan(within)
  })

  it('knows the settings by their names, and brings its secrets from elsewhere', () => {
    expect(Object.keys(environment).filter((name) => !settingNames.has(name))).toEqual([])
    expect(container.envFrom).toEqual([{ secretRef: { name: 'personable' } }])
    expect(JSON.stringify(documents)).not.toMatch(/xox|xapp|postgres:/)
  })

  it('has no power, and writes where files on their way in lie', () => {
    const user = stagesOf('docs/deploy/Dockerfile')
      .at(-1)
      ?.find(({ name }) => name === 'USER')?.text
    expect(`${pod.securityContext.runAsUser}:${pod.securityContext.runAsGroup}`).toBe(user)
    expect(pod.securityContext).toMatchObject({
      runAsNonRoot: true,
      seccompProfile: { type: 'RuntimeDefault' },
    })
    expect(container.securityContext).toEqual({
      allowPrivilegeEscalation: false,
      readOnlyRootFilesystem: true,
      capabilities: { drop: ['ALL'] },
    })
    expect(container.volumeMounts).toEqual([{ name: 'tmp', mountPath: '/tmp' }])
    expect(pod.volumes.map(({ name }: { name: string }) => name)).toEqual(['tmp'])
    expect(pod.automountServiceAccountToken).toBe(false)
  })
})

describe('the two of them', () => {
  it('are never both away: neither for a new version nor for a drained node', () => {
    expect(deployment.replicas).toBe(2)
    expect(deployment.strategy.rollingUpdate).toEqual({ maxUnavailable: 0, maxSurge: 1 })
    expect(kind('PodDisruptionBudget').spec.minAvailable).toBeLessThan(deployment.replicas)
  })

  it('stay in while the database is away for a minute, which they answer with a sentence', () => {
    const { failureThreshold, periodSeconds } = container.readinessProbe
    expect(failureThreshold * periodSeconds).toBeGreaterThan(60)
  })

  it('are found by what is meant to find them', () => {
    const { labels } = podMetadata
    expect(deployment.selector.matchLabels).toEqual(labels)
    expect(kind('PodDisruptionBudget').spec.selector.matchLabels).toEqual(labels)
    expect(kind('Service').spec.selector).toEqual(labels)
    const [port] = container.ports
    expect(String(port.containerPort)).toBe(environment.PORT)
    for (const { targetPort } of kind('Service').spec.ports) expect(targetPort).toBe(port.name)
    expect(podMetadata.annotations['prometheus.io/port']).toBe(environment.PORT)
  })
})

it('from outside come Slack and the sources, and nobody who would read the figures', () => {
  const paths: string[] = kind('Ingress').spec.rules[0].http.paths.map(({ path }: { path: string }) => path)
  const isLetIn = (path: string) => paths.some((prefix) => path === prefix || path.startsWith(`${prefix}/`))
  for (const path of [
    '/slack/events',
    '/slack/install',
    '/slack/oauth_redirect',
    '/hooks/people',
    '/hooks/hubspot',
  ])
    expect(isLetIn(path)).toBe(true)
  for (const path of ['/', '/metrics', '/healthz', '/readyz']) expect(isLetIn(path)).toBe(false)
})
