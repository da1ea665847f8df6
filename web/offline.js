// Keeps the program for use without a network once the page has nothing else to do, and says on <html data-offline> how
// far that is: "ready", or "update" where a newer version waits. The page says by an event when it wants that one.
const root = document.documentElement;

function tell(state) {
  root.dataset.offline = state;
  document.dispatchEvent(new Event("jiemeng-offline"));
}

function follow(registration) {
  const { serviceWorker } = navigator;
  // Another tab has taken up a newer version than this page is of.
  let isOld = false;
  const look = () => {
    if (isOld || (registration.waiting && serviceWorker.controller)) tell("update");
    else if (registration.active && !registration.installing) tell("ready");
  };
  const watch = (worker) => worker?.addEventListener("statechange", look);
  registration.addEventListener("updatefound", () => watch(registration.installing));
  [registration.installing, registration.waiting, registration.active].forEach(watch);
  let wanted = false;
  document.addEventListener("jiemeng-update", () => {
    wanted = true;
    // In another tab it may have been taken up already.
    if (registration.waiting) registration.waiting.postMessage({ type: "SKIP_WAITING" });
    else location.reload();
  });
  let controlled = serviceWorker.controller !== null;
  serviceWorker.addEventListener("controllerchange", () => {
    // A page is never taken from under somebody's hands: where another tab asked for the new version, this one offers it.
    if (wanted) location.reload();
    isOld = controlled;
    controlled = true;
    look();
  });
  document.addEventListener("visibilitychange", () => {
    if (!document.hidden) registration.update().catch(() => {});
  });
  look();
}

async function begin() {
  try {
    follow(await navigator.serviceWorker.register("./sw.js", { updateViaCache: "none" }));
  } catch {
    // No disk, a private window, a policy: the page works as it did, with a network.
  }
}

if (isSecureContext && navigator.serviceWorker) {
  const whenIdle = globalThis.requestIdleCallback ?? ((work) => setTimeout(work, 2000));
  whenIdle(begin, { timeout: 10_000 });
}
