// Serves a release bundle the way a plain static host does, GitHub Pages first among them: a folder
// is redirected to its slash, and every unknown path is answered with 404.html and status 404.
// Stricter than most hosts, it also sends the page's content security policy as a header.

import { readFile, stat } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";

const TYPES = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".ico": "image/x-icon",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".wasm": "application/wasm",
  ".webmanifest": "application/manifest+json",
};

/// Starts the server on a free port; `base` begins and ends with a slash.
export async function serve(folder, base) {
  const policy = await policyOf(join(folder, "index.html"));
  const holds = [];
  let isConnected = true;

  const server = createServer(async (request, response) => {
    if (!isConnected) return request.socket.destroy();
    const { pathname, search } = new URL(request.url, "http://host");
    const path = decodeURIComponent(pathname);
    await Promise.all(holds.filter((hold) => hold.pattern.test(path)).map((hold) => hold.released));
    response.setHeader("Content-Security-Policy", `${policy}; frame-ancestors 'none'`);
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("Cache-Control", "no-cache");
    try {
      await answer(path, search, response);
    } catch (error) {
      response.writeHead(500).end(String(error));
    }
  });

  async function answer(path, search, response) {
    const relative = path.startsWith(base) ? normalize(path.slice(base.length)) : "..";
    if (relative.startsWith("..")) return send(response, 404, "404.html");
    const found = await stat(join(folder, relative)).catch(() => null);
    if (found?.isFile()) return send(response, 200, relative);
    const index = await stat(join(folder, relative, "index.html")).catch(() => null);
    if (!index) return send(response, 404, "404.html");
    if (path.endsWith("/")) return send(response, 200, join(relative, "index.html"));
    response.writeHead(301, { Location: `${encodeURI(path)}/${search}` }).end();
  }

  async function send(response, status, file) {
    const body = await readFile(join(folder, file));
    response.writeHead(status, { "Content-Type": TYPES[extname(file)] ?? "application/octet-stream" });
    response.end(body);
  }

  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    /// The address of the page.
    origin: `http://127.0.0.1:${server.address().port}${base}`,
    /// Keeps back every answer whose path matches, until the function it gives is called.
    hold(pattern) {
      const hold = { pattern };
      hold.released = new Promise((resolve) => {
        hold.release = resolve;
      });
      holds.push(hold);
      return () => {
        holds.splice(holds.indexOf(hold), 1);
        hold.release();
      };
    },
    /// Lets no request through until `connect` is called, as without a network.
    disconnect() {
      isConnected = false;
    },
    connect() {
      isConnected = true;
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function policyOf(page) {
  const html = await readFile(page, "utf8");
  const policy = /http-equiv="Content-Security-Policy" content="([^"]+)"/.exec(html);
  if (!policy) throw new Error(`${page} has no content security policy`);
  return policy[1];
}
