/**
 * Tells the style of an element how much of the page a soft keyboard leaves: `--view-top` and `--view-height` in pixels.
 * Returns what ends it.
 */
export function keepAboveKeyboard({ style }: HTMLElement): () => void {
  const view = window.visualViewport;
  const update = (): void => {
    if (view === null) return;
    style.setProperty("--view-top", `${view.offsetTop}px`);
    style.setProperty("--view-height", `${view.height}px`);
  };
  const events = ["resize", "scroll"];
  update();
  for (const name of events) view?.addEventListener(name, update);
  return () => {
    for (const name of events) view?.removeEventListener(name, update);
  };
}
