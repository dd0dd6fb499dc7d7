/** How long the address waits for a further change: browsers refuse pages that change it very often. */
const PAUSE_MS = 120

/** The change that waits, and the address it was made for. @type {{ wanted: string, before: string, timer: number } | null} */
let waiting = null

/** Changes the address without a new step in the history, as soon as nothing more is chosen for a moment. @param {string} wanted */
export function replaceHash(wanted) {
  if (waiting !== null) clearTimeout(waiting.timer)
  waiting = { wanted, before: location.hash, timer: setTimeout(settleHash, PAUSE_MS) }
}

/** Makes the change that waits, unless the page has gone elsewhere meanwhile. */
export function settleHash() {
  if (waiting === null) return
  const { wanted, before, timer } = waiting
  waiting = null
  clearTimeout(timer)
  if (location.hash !== before || wanted === before || (wanted === '#' && before === '')) return
  try {
    history.replaceState(null, '', wanted)
  } catch {
    // a browser that forbids it leaves the address as it was; nothing depends on it
  }
}
