/** Changes the address without a new step in the history. @param {string} hash */
export function replaceHash(hash) {
  if (hash === location.hash || (hash === '#' && location.hash === '')) return
  try {
    history.replaceState(null, '', hash)
  } catch {
    // a browser that forbids it leaves the address as it was; nothing depends on it
  }
}
