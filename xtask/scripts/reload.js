// Loads the page again once there is another build. Only `cargo xtask serve` adds this to the page.

const { content: build } = document.querySelector('meta[name="prorata-build"]');

for (;;) {
  try {
    // Past the service worker: while it has a question open, the one of the next build cannot take over.
    const answer = await fetch(`/reload?${build}`, { method: 'POST' });
    const current = await answer.text();
    if (answer.ok && current !== '' && current !== build) {
      location.reload();
      break;
    }
  } catch {
    // The server was stopped; it may come back.
    await new Promise((resolve) => setTimeout(resolve, 1_000));
  }
}
