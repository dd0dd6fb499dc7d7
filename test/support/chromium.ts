import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Readable, Writable } from 'node:stream'

/** A message of Chromium's debugging protocol. */
interface Message {
  readonly id?: number
  readonly sessionId?: string
  readonly method?: string
  readonly params?: Record<string, unknown>
  readonly result?: Record<string, unknown>
  readonly error?: { readonly message: string }
}

type Listener = (message: Message) => void

/** A Chromium without a screen, driven through two pipes, each message ended by a zero byte. */
export class Chromium {
  readonly #process: ChildProcess
  readonly #folder: string
  readonly #waiting = new Map<number, (message: Message) => void>()
  readonly #listeners = new Set<Listener>()
  #rest = Buffer.alloc(0)
  #last = 0

  /** @param command the program, as `ensureChromium` finds it */
  constructor(command: string) {
    this.#folder = mkdtempSync(join(tmpdir(), 'gongkai-chromium-'))
    const flags = ['--headless=new', '--remote-debugging-pipe', `--user-data-dir=${this.#folder}`, '--no-first-run']
    const quiet = ['--disable-background-networking', '--disable-component-update', '--disable-gpu', '--disable-sync']
    const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : []
    this.#process = spawn(command, [...flags, ...quiet, ...asRoot, '--disable-dev-shm-usage', 'about:blank'], {
      stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
    })
    this.#process.once('exit', (code) => {
      const error = { message: `Chromium ended (status ${code})` }
      for (const done of this.#waiting.values()) done({ error })
    })
    for (const pipe of [3, 4]) this.#process.stdio[pipe]?.on('error', () => {})
    const output = this.#process.stdio[4] as Readable
    output.on('data', (chunk: Buffer) => this.#read(chunk))
  }

  #read(chunk: Buffer): void {
    this.#rest = Buffer.concat([this.#rest, chunk])
    for (let end = this.#rest.indexOf(0); end >= 0; end = this.#rest.indexOf(0)) {
      const message = JSON.parse(this.#rest.subarray(0, end).toString('utf8')) as Message
      this.#rest = this.#rest.subarray(end + 1)
      if (message.id === undefined) for (const listener of this.#listeners) listener(message)
      else this.#waiting.get(message.id)?.(message)
    }
  }

  listen(listener: Listener): void {
    this.#listeners.add(listener)
  }

  send(method: string, params: object = {}, sessionId?: string): Promise<Record<string, unknown>> {
    const id = ++this.#last
    const input = this.#process.stdio[3] as Writable
    if (this.#process.exitCode !== null) return Promise.reject(new Error(`${method}: Chromium has ended`))
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, ({ result, error }) => {
        this.#waiting.delete(id)
        if (error) reject(new Error(`${method}: ${error.message}`))
        else resolve(result ?? {})
      })
      input.write(`${JSON.stringify({ id, method, params, ...(sessionId === undefined ? {} : { sessionId }) })}\0`)
    })
  }

  async close(): Promise<void> {
    const hasEnded = this.#process.exitCode !== null || this.#process.signalCode !== null
    const ended = hasEnded ? null : new Promise((resolve) => this.#process.once('exit', resolve))
    this.send('Browser.close').catch(() => {})
    const timer = setTimeout(() => this.#process.kill('SIGKILL'), 5_000)
    await ended
    clearTimeout(timer)
    rmSync(this.#folder, { recursive: true, force: true, maxRetries: 5 })
  }
}
