import { readFileSync, writeFileSync } from 'node:fs'
import type { Chromium } from './chromium.js'

/** Keys that are not the character they write, with the code Chromium wants. */
const KEYS: Readonly<Record<string, number>> = {
  Enter: 13,
  Tab: 9,
  Escape: 27,
  ArrowLeft: 37,
  ArrowUp: 38,
  ArrowRight: 39,
  ArrowDown: 40,
  Home: 36,
  End: 35,
  PageDown: 34,
  ' ': 32,
}

const PATIENCE_MS = 20_000

export interface PageSettings {
  readonly width?: number
  readonly height?: number
  readonly scheme?: 'light' | 'dark'
  /** Where downloads go. */
  readonly downloads?: string
}

/** One page in a Chromium, with everything it asked for and complained of. */
export class BrowserPage {
  readonly requests: string[] = []
  readonly complaints: string[] = []

  private constructor(
    readonly browser: Chromium,
    readonly session: string,
    readonly target: string,
  ) {}

  /** Opens a page in a browser context of its own: nothing is remembered from other pages. */
  static async open(browser: Chromium, url: string, settings: PageSettings = {}): Promise<BrowserPage> {
    const { browserContextId } = await browser.send('Target.createBrowserContext')
    const { targetId } = await browser.send('Target.createTarget', { url: 'about:blank', browserContextId })
    const { sessionId } = await browser.send('Target.attachToTarget', { targetId, flatten: true })
    const page = new BrowserPage(browser, String(sessionId), String(targetId))
    browser.listen(({ sessionId: of, method, params = {} }) => {
      if (of === page.session) page.#note(method ?? '', params)
    })
    for (const domain of ['Page', 'Runtime', 'Network', 'Log']) await page.send(`${domain}.enable`)
    const { width = 1440, height = 900, scheme = 'light', downloads } = settings
    await page.send('Emulation.setDeviceMetricsOverride', { width, height, deviceScaleFactor: 1, mobile: false })
    await page.send('Emulation.setEmulatedMedia', { features: [{ name: 'prefers-color-scheme', value: scheme }] })
    await page.send('Emulation.setLocaleOverride', { locale: 'en-GB' })
    if (downloads !== undefined)
      await browser.send('Browser.setDownloadBehavior', {
        behavior: 'allow',
        downloadPath: downloads,
        browserContextId,
      })
    await page.goto(url)
    return page
  }

  #note(method: string, params: Record<string, unknown>): void {
    if (method === 'Network.requestWillBeSent') this.requests.push((params.request as { url: string }).url)
    if (method === 'Runtime.exceptionThrown') this.complaints.push(JSON.stringify(params.exceptionDetails))
    if (method === 'Runtime.consoleAPICalled' && ['error', 'warning', 'assert'].includes(String(params.type)))
      this.complaints.push(JSON.stringify(params.args))
    if (method === 'Log.entryAdded') this.complaints.push(JSON.stringify(params.entry))
  }

  send(method: string, params: object = {}): Promise<Record<string, unknown>> {
    return this.browser.send(method, params, this.session)
  }

  async goto(url: string): Promise<void> {
    await this.send('Page.navigate', { url })
    await this.until(`document.readyState === 'complete' && location.href !== 'about:blank'`)
  }

  /** The value of an expression in the page; promises are waited for. */
  async evaluate<T>(expression: string): Promise<T> {
    const answer = await this.send('Runtime.evaluate', { expression, returnByValue: true, awaitPromise: true })
    if (answer.exceptionDetails !== undefined) throw new Error(JSON.stringify(answer.exceptionDetails))
    return (answer.result as { value: T }).value
  }

  /** Waits until an expression is true. */
  async until(expression: string): Promise<void> {
    const end = performance.now() + PATIENCE_MS
    while (!(await this.evaluate<boolean>(`Boolean(${expression})`))) {
      if (performance.now() > end) throw new Error(`the page never came to: ${expression}`)
      await new Promise((resolve) => setTimeout(resolve, 15))
    }
  }

  /** Goes to what stands behind `#`, as a link would. */
  async hash(hash: string, until: string): Promise<void> {
    await this.evaluate(`void (location.hash = ${JSON.stringify(hash)})`)
    await this.until(until)
  }

  async press(key: string, times = 1): Promise<void> {
    const code = KEYS[key]
    const named =
      code === undefined ? { text: key } : { windowsVirtualKeyCode: code, ...(key === 'Enter' ? { text: '\r' } : {}) }
    for (let i = 0; i < times; i++) {
      await this.send('Input.dispatchKeyEvent', { type: 'keyDown', key, ...named })
      await this.send('Input.dispatchKeyEvent', { type: 'keyUp', key, ...named })
    }
  }

  async type(text: string): Promise<void> {
    await this.send('Input.insertText', { text })
  }

  /** A click with the mouse in the middle of the first element a selector finds. */
  async click(selector: string): Promise<void> {
    const [x, y] = await this.evaluate<[number, number]>(`(() => {
      const element = document.querySelector(${JSON.stringify(selector)})
      element.scrollIntoView({ block: 'nearest', inline: 'nearest' })
      const box = element.getClientRects()[0]
      return [box.left + box.width / 2, box.top + box.height / 2]
    })()`)
    for (const type of ['mousePressed', 'mouseReleased'])
      await this.send('Input.dispatchMouseEvent', { type, x, y, button: 'left', clickCount: 1 })
  }

  async screenshot(file: string): Promise<void> {
    const { data } = await this.send('Page.captureScreenshot', { format: 'png' })
    writeFileSync(file, Buffer.from(String(data), 'base64'))
  }

  async close(): Promise<void> {
    await this.browser.send('Target.closeTarget', { targetId: this.target })
  }
}

/** A file as soon as it has been downloaded. */
export async function downloaded(file: string): Promise<string> {
  const end = performance.now() + PATIENCE_MS
  for (;;) {
    try {
      const text = readFileSync(file, 'utf8')
      if (text !== '') return text
    } catch {
      // not there yet
    }
    if (performance.now() > end) throw new Error(`no download came to ${file}`)
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}
