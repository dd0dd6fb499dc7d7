import { h } from './dom.js'

/**
 * Tabs of which one panel is shown; the arrow keys move between them. In print all panels are shown.
 *
 * @param {string} label
 * @param {readonly { key: string, name: string, panel: HTMLElement }[]} tabs
 */
export function createTabs(label, tabs) {
  const buttons = tabs.map(({ key, name, panel }) => {
    panel.id = `panel-${key}`
    panel.classList.add('panel')
    panel.setAttribute('role', 'tabpanel')
    panel.setAttribute('aria-labelledby', `tab-${key}`)
    return h(
      'button',
      { type: 'button', role: 'tab', id: `tab-${key}`, 'aria-controls': `panel-${key}`, onclick: () => show(key) },
      name,
    )
  })
  const list = h('div', { class: 'tabs', role: 'tablist', 'aria-label': label, onkeydown: move }, ...buttons)

  /** @param {string} key */
  function show(key) {
    tabs.forEach((tab, i) => {
      const isShown = tab.key === key
      tab.panel.hidden = !isShown
      buttons[i]?.setAttribute('aria-selected', String(isShown))
      if (buttons[i]) buttons[i].tabIndex = isShown ? 0 : -1
    })
  }

  /** @param {KeyboardEvent} event */
  function move(event) {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key]
    const at = buttons.indexOf(/** @type {HTMLButtonElement} */ (document.activeElement))
    if (step === undefined || at < 0) return
    event.preventDefault()
    const next = (at + step + buttons.length) % buttons.length
    buttons[next]?.focus()
    show(tabs[next]?.key ?? '')
  }

  show(tabs[0]?.key ?? '')
  return { list, show, panels: tabs.map(({ panel }) => panel) }
}
