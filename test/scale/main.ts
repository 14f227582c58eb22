import { writeFile } from 'node:fs/promises'
import { workspaceIds } from './copies.js'
import { asFilled, connected, filled, verified } from './filled.js'
import { Fleet } from './fleet.js'
import { dayKept, heaviest, rowsOf, sentPosts, sizesOf } from './looks.js'
import { type Options, readOptions } from './options.js'
import { Conductor } from './play.js'
import { type Day, dayOf, tableOf } from './report.js'
import { type Server, serverAt, startServer } from './server.js'
import { fewPeople, measureSweeps } from './sweeps.js'
import { weekBegins } from './templates.js'

const dayMs = 86_400_000
/** As many as a replica is given unless it is told otherwise; see `DATABASE_CONNECTIONS`. */
const connections = 12
const sampled = 4
/** People in a database that is copied for a week to be played in. */
const mostCopied = 1_000_000

const say = (line: string): void => void process.stdout.write(`${line}\n`)

const run = async (options: Options): Promise<boolean> => {
  const { database, keep } = options
  const own = (to: 'fill' | 'play') => (database === undefined ? startServer(keep, to) : serverAt(database))
  let server = await own(options.keep === undefined ? 'play' : 'fill')
  try {
    if (options.sweep) await filled(server, { ...options, ...fewPeople }, say)
    const name = await filled(server, options, say)
    if (keep !== undefined && database === undefined) {
      await server.stop()
      server = await own('play')
    }
    return options.sweep ? await measureSweeps(server, options, say) : await play(server, name, options)
  } finally {
    await server.stop()
  }
}

const play = async (server: Server, filledName: string, options: Options): Promise<boolean> => {
  const { workspaces, people, days, from, to, whole, served, seed } = options
  const name = 'played'
  await connected(server.database('postgres'), async (db) => {
    await db.query(`drop database if exists ${name}`)
    // It is spent then, and filled anew the next time.
    if (workspaces * people > mostCopied) await db.query(`alter database ${filledName} rename to ${name}`)
    else await db.query(`create database ${name} template ${filledName} strategy file_copy`)
  })
  const databaseUrl = server.database(name)
  const ids = workspaceIds(workspaces).slice(0, served)
  return connected(databaseUrl, async (db) => {
    await db.query('create extension if not exists pg_stat_statements').catch(() => {})
    await db.query('select pg_stat_statements_reset()').catch(() => {})
    await asFilled(db)
    for (const table of ['installations', 'turns'])
      await db.query(`delete from ${table} where not workspace_id = any($1)`, [ids])
    const start = await sizesOf(db)
    const rows = await rowsOf(db)
    say(`Begins with ${mb(start)} MB in ${rows.get('people') ?? 0} people`)
    for (const [table, bytes] of [...start].sort(([, a], [, b]) => b - a).slice(0, 16))
      say(`  ${table}: ${rows.get(table) ?? 0} rows, ${Math.round(bytes / 2 ** 20)} MB`)
    const { replicas, slackMs, lines, beat } = options
    const fleet = await Fleet.start({ databaseUrl, replicas, people, connections, answerMs: slackMs })
    const played: Day[] = []
    const troubles: string[] = []
    const conductor = new Conductor(
      { fleet, db, seed, talkative: ids.slice(0, whole), linesADay: lines, beatMs: beat * 60_000 },
      weekBegins,
    )
    const { arrivals } = conductor
    try {
      let before = start
      for (let day = 0; day < days; day++) {
        const on = new Date(weekBegins + day * dayMs).toISOString().slice(0, 10)
        const [begun, cpu, posts] = [performance.now(), await server.cpuSeconds(), arrivals.total]
        await conductor.skipTo(weekBegins + day * dayMs + from)
        const stretch = await conductor.until(weekBegins + day * dayMs + to)
        const [figures, serverCpu] = [await fleet.figures(), await server.cpuSeconds()]
        for (const each of figures) troubles.push(...each.troubles)
        const refused = figures.reduce((sum, each) => sum + each.refused, 0)
        if (refused > 0) troubles.push(`${refused} lines and presses were not answered with a reply`)
        const kept = await dayKept(db, on, weekBegins + day * dayMs + from)
        if (kept.overCap + kept.doubled > 0)
          arrivals.broken.push(
            `${on}: ${kept.overCap} places over their cap, ${kept.doubled} with two digests`,
          )
        const after = await sizesOf(db)
        played.push(
          dayOf({
            ...{ on, stretch, figures, kept, before, after },
            realSeconds: (performance.now() - begun) / 1000,
            posts: arrivals.total - posts,
            serverCpu: cpu === null || serverCpu === null ? null : serverCpu - cpu,
          }),
        )
        before = after
        say(tableOf(played.slice(-1)))
        if (arrivals.broken.length > 0) break
      }
    } finally {
      await fleet.stop()
    }
    arrivals.agreesWith(await sentPosts(db))
    const statements = await heaviest(db, 12)
    const findings = whole === 0 ? [] : await verified(databaseUrl, ids.slice(0, Math.min(whole, sampled)))
    say(`\n${tableOf(played)}`)
    for (const each of statements) say(JSON.stringify(each))
    say(
      JSON.stringify({
        calls: played.at(-1)?.calls,
        mostInAMinute: played.at(-1)?.mostInAMinute,
        grown: played.at(-1)?.grown,
      }),
    )
    const [broken, logged] = [arrivals.broken.slice(0, 20), [...new Set(troubles)].slice(0, 10)]
    for (const line of [...broken, ...logged]) say(line)
    say(
      `${arrivals.total} posts, ${arrivals.broken.length} things that must never be, ${arrivals.tooFast} within a second of`,
    )
    say(
      `another in their channel; ${findings.length} findings in ${Math.min(whole, sampled)} workspaces; ${troubles.length} warnings`,
    )
    const result = { options, days: played, statements, broken, tooFast: arrivals.tooFast, findings, logged }
    if (options.json !== undefined) await writeFile(options.json, JSON.stringify(result, null, 1))
    return arrivals.broken.length === 0 && findings.length === 0
  })
}

const mb = (sizes: ReadonlyMap<string, number>): number =>
  Math.round([...sizes.values()].reduce((sum, bytes) => sum + bytes, 0) / 2 ** 20)

process.exitCode = (await run(readOptions())) ? 0 : 1
