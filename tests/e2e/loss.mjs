// Answers that never reach the page.

/// Has the page lose answers: `lose(part, count)` breaks the next `count` requests whose address has the part, after
/// the service has answered them, or before they are sent, until `loseNothing()`.
export function loseAnswers() {
  const losses = [];
  window.lose = (part, count, { isSent = true } = {}) => losses.push({ part, count, isSent });
  window.loseNothing = () => losses.splice(0);
  const { fetch } = window;
  window.fetch = async (request, options) => {
    const address = request.url ?? String(request);
    const loss = losses.find(({ part, count }) => count > 0 && address.includes(part));
    if (!loss) return fetch(request, options);
    loss.count -= 1;
    if (loss.isSent) await fetch(request, options);
    throw new TypeError("the connection broke");
  };
}
