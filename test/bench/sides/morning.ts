import { planPass } from '../../../src/app/nudges/plan.js'
import { identified, openGround } from '../../../src/compose/join.js'
import { readConfig } from '../../../src/config.js'
import { createLog } from '../../../src/logging.js'
import { sendWaiting } from '../../../src/scheduler/pass.js'
import { inBackground } from '../../../src/slack/pacing/manner.js'
import { workspaceId } from '../people/life.js'
import { answering } from './asked.js'
import { unhurried } from './unhurried.js'

/** The bot on a morning, without ears: what is due is planned, and then sent, each as far as it goes. */

const config = readConfig(process.env)
if ('problem' in config) throw new Error(config.problem)
const ground = await openGround(
  { config, log: createLog({ level: config.logLevel }), pacing: unhurried },
  () => {},
)
if ('problem' in ground) throw new Error(ground.problem)
const atWork = await identified(ground, {})
if ('problem' in atWork) throw new Error(atWork.problem)
const { pass } = atWork
const now = ground.clock()

answering(0, ({ what }) =>
  inBackground(async () => {
    const from = performance.now()
    if (what === 'plan') {
      const planned = await planPass(pass, { workspaceId, now, dryRun: false })
      const ms = performance.now() - from
      return [ms, planned.length, planned.reduce((sum, { entries }) => sum + entries.length, 0)]
    }
    if (what !== 'send') throw new Error(`This side cannot ${what}`)
    let count = 0
    for (;;) {
      const sent = (await sendWaiting(pass, workspaceId, now)).filter((each) => each === 'sent').length
      if (sent === 0) return [performance.now() - from, count]
      count += sent
    }
  }),
)
