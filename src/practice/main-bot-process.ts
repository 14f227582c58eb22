import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import type { Config } from '../config.js'
import { productFile } from '../content/product-file.js'
import type { FromBot, ToBot } from './main-bot-talk.js'
import type { MovingClock } from './moving-clock.js'
import type { BotProcess } from './page/equipment.js'

const program = fileURLToPath(productFile('dist/practice/main-bot.js'))
const mostLogLines = 40
/** A bot that does not stop when asked to is ended. */
const stopPatienceMs = 8_000

/** Starts, stops and watches over the bot's process, and makes it live by the practice clock. */
export class WatchedBot implements BotProcess {
  readonly #config: Config
  readonly #clock: MovingClock
  readonly #isStill: boolean
  readonly #listeners: (() => void)[] = []
  readonly #waiting = new Map<number, () => void>()
  readonly #log: string[] = []
  #child: ChildProcess | undefined
  #isReady = false
  #isEnding = false
  #trouble = ''
  #lastId = 0

  constructor(config: Config, clock: MovingClock, isStill: boolean) {
    this.#config = config
    this.#clock = clock
    this.#isStill = isStill
  }

  get state(): BotProcess['state'] {
    return { isRunning: this.#child !== undefined, trouble: this.#trouble, log: this.#log }
  }

  onChange(listener: () => void): void {
    this.#listeners.push(listener)
  }

  /** Resolves when the bot is connected, or when it is clear that it will not be: see `state`. */
  async start(): Promise<void> {
    const child = fork(program, [], { stdio: ['ignore', 'ignore', 'pipe', 'ipc'] })
    this.#child = child
    this.#trouble = ''
    this.#isEnding = false
    child.stderr?.setEncoding('utf8').on('data', (text: string) => this.#write(text))
    await new Promise<void>((resolve) => {
      child.on('message', (message: FromBot) => {
        if (message.say === 'done') return this.#waiting.get(message.id)?.()
        this.#isReady = message.say === 'ready'
        if (message.say === 'problem') this.#trouble = message.text
        this.#changed()
        resolve()
      })
      child.once('exit', (code, signal) => {
        this.#ended(code === null ? `was ended (${signal})` : `has stopped by itself (exit code ${code})`)
        resolve()
      })
      this.#tell({
        say: 'start',
        config: this.#config,
        at: this.#clock.now().getTime(),
        isStill: this.#isStill,
      })
    })
  }

  async stop(): Promise<void> {
    const child = this.#child
    if (!child) return
    this.#isEnding = true
    const ended = once(child, 'exit')
    this.#tell({ say: 'stop' })
    const timer = setTimeout(() => child.kill('SIGKILL'), stopPatienceMs)
    await ended
    clearTimeout(timer)
  }

  async restart(): Promise<void> {
    await this.stop()
    await this.start()
  }

  async crash(): Promise<void> {
    const child = this.#child
    if (!child) return
    const ended = once(child, 'exit')
    child.kill('SIGKILL')
    await ended
  }

  /** Resolves when the bot lives by this instant. */
  setClock(at: Date): Promise<void> {
    return this.#ask((id) => ({ say: 'clock', id, at: at.getTime() }))
  }

  beat(): Promise<void> {
    return this.#ask((id) => ({ say: 'beat', id }))
  }

  /** Resolves at once while there is no bot, and when it ends meanwhile: time goes on without it. */
  #ask(make: (id: number) => ToBot): Promise<void> {
    if (!this.#child || !this.#isReady) return Promise.resolve()
    this.#lastId += 1
    const id = this.#lastId
    return new Promise((resolve) => {
      this.#waiting.set(id, () => {
        this.#waiting.delete(id)
        resolve()
      })
      this.#tell(make(id))
    })
  }

  #tell(message: ToBot): void {
    // The process may be gone already; its exit says so.
    this.#child?.send(message, () => {})
  }

  #write(text: string): void {
    this.#log.push(...text.split('\n').filter((line) => line !== ''))
    this.#log.splice(0, this.#log.length - mostLogLines)
    this.#changed()
  }

  #ended(how: string): void {
    this.#child = undefined
    this.#isReady = false
    if (!this.#isEnding)
      this.#trouble ||= `The bot ${how}. Nothing is lost: start it again, and it goes on where it was.`
    for (const go of [...this.#waiting.values()]) go()
    this.#changed()
  }

  #changed(): void {
    for (const listener of this.#listeners) listener()
  }
}
