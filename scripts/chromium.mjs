/** A Chromium that runs without a screen, for the tests of the audit page. */
import { run, say } from './steps.mjs'

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']

/** What to do where none is found and none can be installed. */
export const CHROMIUM_MISSING =
  'No Chromium was found and none could be installed, so the audit page was not opened: install Chromium or Google Chrome, or, on Debian and Ubuntu as root, "apt-get install chromium".'

/** The command of a Chromium: one that is found or, where this runs as root on Debian, installed; else `null`. @returns {string | null} */
export function ensureChromium() {
  return findChromium() ?? chromiumFromDebian()
}

/** The first Chromium on the path; `CHROMIUM` may name another. @returns {string | null} */
export function findChromium() {
  const named = process.env.CHROMIUM
  const names = named === undefined ? NAMES : [named]
  return names.find((name) => run(name, ['--version'], { timeout: 60_000 }).ok) ?? null
}

function chromiumFromDebian() {
  if (process.getuid?.() !== 0 || !run('apt-get', ['--version']).ok) return null
  say('setup: installing Chromium (apt-get)')
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  run('apt-get', ['update'], { env })
  run('apt-get', ['install', '-y', '--no-install-recommends', 'chromium', 'fonts-noto-cjk'], { env })
  return findChromium()
}
