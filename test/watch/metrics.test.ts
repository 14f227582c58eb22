import { describe, expect, it } from 'vitest'
import { createMetrics } from '../../src/watch/metrics.js'
import { readExposition, seriesValue } from '../support/exposition.js'

describe('What is counted', () => {
  it('reads as Prometheus writes it down, with everything and with nothing in it', async () => {
    let nowMs = 0
    const metrics = createMetrics({ withProcess: true, nowMs: () => nowMs })
    readExposition(await metrics.text())
    metrics.typed('note', 'answered')
    metrics.acknowledged('command', 0.02)
    metrics.answered('command', 4)
    metrics.called('chat.postMessage', { code: 'ratelimited', isBadToken: false })
    metrics.called('chat.postMessage', null)
    metrics.held('views.publish', 'put-off')
    metrics.connections(2)
    metrics.posted('digest', 'planned', 3)
    metrics.posted('hand-over', 'sent')
    metrics.minute(0.5, false)
    metrics.minute(0, true)
    metrics.beat(1.5)
    metrics.stands({ waiting: 2, oldestAtMs: 1_000, imports: 1, places: 1 })
    metrics.logged('error')
    metrics.isReady('slack', false)
    nowMs = 61_000
    const all = readExposition(await metrics.text())
    const value = (name: string, labels = {}) => seriesValue(all, `personable_${name}`, labels)
    expect(value('commands_total', { verb: 'note', outcome: 'answered' })).toBe(1)
    expect(value('acknowledge_seconds_bucket', { kind: 'command', le: '0.025' })).toBe(1)
    expect(value('acknowledge_seconds_bucket', { kind: 'command', le: '0.01' })).toBe(0)
    expect(value('answer_seconds_bucket', { kind: 'command', le: '5' })).toBe(1)
    expect(value('slack_errors_total', { method: 'chat.postMessage', code: 'ratelimited' })).toBe(1)
    expect(value('slack_rate_limited_total', { method: 'chat.postMessage' })).toBe(1)
    expect(value('slack_calls_total', { method: 'chat.postMessage' })).toBe(2)
    expect(value('slack_calls_held_total', { method: 'views.publish', how: 'put-off' })).toBe(1)
    expect(value('nudges_total', { kind: 'digest', state: 'planned' })).toBe(3)
    expect(value('notices_total', { kind: 'hand-over', state: 'sent' })).toBe(1)
    expect(value('oldest_waiting_seconds')).toBe(60)
    expect(value('since_beat_seconds')).toBe(61)
    expect(value('beat_lag_seconds')).toBe(0.5)
    expect(value('beats_skipped_total')).toBe(1)
    expect(value('ready', { part: 'slack' })).toBe(0)
    expect(all.has('process_resident_memory_bytes')).toBe(true)
    expect(all.has('nodejs_eventloop_lag_seconds')).toBe(true)
  })
})

describe('The checker', () => {
  const good = '# HELP a_total Help.\n# TYPE a_total counter\na_total{k="v"} 1\n'
  const histogram = (lines: string) => `# HELP h Help.\n# TYPE h histogram\n${lines}`
  it.each([
    ['a last line without an end', good.trimEnd()],
    ['a sample without a type', 'a_total 1\n'],
    ['a series twice', `${good}a_total{k="v"} 2\n`],
    ['a type twice', `${good}# TYPE a_total counter\n`],
    ['a sample of another family', `${good}b_total 1\n`],
    ['a label with a bare quote', good.replace('"v"', '"v"w"')],
    ['a counter below nothing', good.replace(' 1', ' -1')],
    ['no number', good.replace(' 1', ' one')],
    ['buckets that shrink', histogram('h_bucket{le="1"} 2\nh_bucket{le="+Inf"} 1\nh_sum 1\nh_count 1\n')],
    ['no last bucket', histogram('h_bucket{le="1"} 2\nh_sum 1\nh_count 2\n')],
    ['another count', histogram('h_bucket{le="+Inf"} 2\nh_sum 1\nh_count 3\n')],
  ])('sees %s', (_, text) => {
    readExposition(good)
    expect(() => readExposition(text)).toThrow()
  })
})
