// Serves a release bundle the way a plain static host does, GitHub Pages first among them: a folder
// is redirected to its slash, and every unknown path is answered with 404.html and status 404.
// Stricter than most hosts, it also sends the page's content security policy as a header. On purpose it can
// be as slow and as wrong as hosts are.

import { readdir, readFile, stat } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, normalize, relative } from "node:path";
import { promisify } from "node:util";
import { brotliCompress } from "node:zlib";

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

const NAMED_BY_CONTENTS = /-[0-9a-f]{15,16}(_bg)?\.\w+$/;

/// Starts the server on a free port; `base` begins and ends with a slash. A host that is made for speed
/// compresses what it sends, and lets a browser keep what is named after its contents.
export async function serve(folder, base, { isForSpeed = false } = {}) {
  const policy = await policyOf(join(folder, "index.html"));
  const holds = [];
  let faults = [];
  let isConnected = true;
  let mayBeFramed = false;
  // How many releases came after the one in the folder.
  let releases = 0;

  const server = createServer(async (request, response) => {
    if (!isConnected) return request.socket.destroy();
    const { pathname, search } = new URL(request.url, "http://host");
    const path = decodeURIComponent(pathname);
    await Promise.all(holds.filter((hold) => hold.pattern.test(path)).map((hold) => hold.released));
    const ancestors = mayBeFramed ? "" : "; frame-ancestors 'none'";
    response.setHeader("Content-Security-Policy", policy + ancestors);
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("Cache-Control", "no-cache");
    try {
      await answer(path, search, response);
    } catch (error) {
      response.writeHead(500).end(String(error));
    }
  });

  async function answer(path, search, response) {
    const fault = faults.find(({ pattern }) => pattern.test(path));
    if (fault) return misanswer(fault, response);
    const place = path.startsWith(base) ? normalize(path.slice(base.length)) : "..";
    if (place.startsWith("..")) return send(response, 404, "404.html");
    const file = renamed(place, -releases);
    const found = await stat(join(folder, file)).catch(() => null);
    if (found?.isFile()) return send(response, 200, file);
    const index = await stat(join(folder, place, "index.html")).catch(() => null);
    if (!index) return send(response, 404, "404.html");
    if (path.endsWith("/")) return send(response, 200, join(place, "index.html"));
    response.writeHead(301, { Location: `${encodeURI(path)}/${search}` }).end();
  }

  function misanswer({ status, type, body, ends }, response) {
    response.writeHead(status, { "Content-Type": type }).write(body);
    if (ends) response.end();
  }

  async function send(response, status, file) {
    if (isForSpeed) {
      response.setHeader("Content-Encoding", "br");
      if (NAMED_BY_CONTENTS.test(file)) response.setHeader("Cache-Control", "public, max-age=31536000, immutable");
    }
    const body = await (isForSpeed ? compressed(file) : contents(file));
    response.writeHead(status, { "Content-Type": TYPES[extname(file)] ?? "application/octet-stream" });
    response.end(body);
  }

  // A later release has other names for what is named after its contents, and another name itself.
  async function contents(file) {
    const body = await readFile(join(folder, file));
    if (releases === 0 || !/\.(html|js)$/.test(file)) return body;
    const build = /name="prorata-build" content="(\w+)"/.exec(await readFile(join(folder, "index.html"), "utf8"))[1];
    return renamed(String(body), releases).replaceAll(build, `${build}-${releases}`);
  }

  const kept = new Map();

  function compressed(file) {
    if (!kept.has(file)) kept.set(file, readFile(join(folder, file)).then(promisify(brotliCompress)));
    return kept.get(file);
  }

  // Before anybody waits for it.
  const files = isForSpeed ? await readdir(folder, { recursive: true, withFileTypes: true }) : [];
  const paths = files.filter((file) => file.isFile()).map(({ parentPath, name }) => join(parentPath, name));
  await Promise.all(paths.map((path) => compressed(relative(folder, path))));

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
    /// Answers every request whose path matches with this instead, until `recover` is called.
    fail(pattern, { status = 200, type = "text/html", body }) {
      faults.push({ pattern, status, type, body, ends: true });
    },
    /// Begins every answer whose path matches, and never ends it.
    stall(pattern) {
      faults.push({ pattern, status: 200, type: "text/html", body: "<!doctype html>", ends: false });
    },
    recover() {
      faults = [];
    },
    /// Has another release from now on, and nothing of the one before.
    release() {
      releases += 1;
    },
    /// Lets pages of other origins show the page in a frame, as hosts do that send no headers of their own.
    allowFrames() {
      mayBeFramed = true;
    },
    /// Lets no request through until `reset` is called, as without a network.
    disconnect() {
      isConnected = false;
    },
    /// Is the host again that it was at first.
    reset() {
      [isConnected, mayBeFramed, releases, faults] = [true, false, 0, []];
      for (const hold of holds.splice(0)) hold.release();
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/// A text with what names in it say of the contents moved on by so many releases.
function renamed(text, releases) {
  return text.replaceAll(/(-[0-9a-f]{14,15})([0-9a-f])(?=(?:_bg\.wasm|\.(?:css|js|txt|wasm))\b)/g, (_, start, last) => {
    const moved = (parseInt(last, 16) + releases + 16) % 16;
    return start + moved.toString(16);
  });
}

async function policyOf(page) {
  const html = await readFile(page, "utf8");
  const policy = /http-equiv="Content-Security-Policy" content="([^"]+)"/.exec(html);
  if (!policy) throw new Error(`${page} has no content security policy`);
  return policy[1];
}
