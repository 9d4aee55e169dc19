// Serves a built page as GitHub Pages would: files only, gzip, a plain 404 for what isn't there.
import { createReadStream } from "node:fs";
import { readFile, stat } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, normalize, sep } from "node:path";
import { gzipSync } from "node:zlib";

const TYPES = {
  ".css": "text/css; charset=utf-8",
  ".csv": "text/csv; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".ico": "image/x-icon",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".wasm": "application/wasm",
  ".webmanifest": "application/manifest+json",
  ".woff2": "font/woff2",
};
const PACKED = new Set([".css", ".csv", ".html", ".js", ".json", ".mjs", ".svg", ".txt", ".wasm", ".webmanifest"]);

/**
 * Serves `folder` under `base` ("/" or "/name/") on a free port of this machine.
 * `headers(path)` may add headers. Resolves to { address, close }.
 */
export async function serve(folder, base = "/", headers = () => ({})) {
  const packed = new Map();
  const server = createServer(async (request, response) => {
    try {
      const { pathname } = new URL(request.url, "http://localhost");
      const missing = () => response.writeHead(404, { "content-type": "text/plain; charset=utf-8" }).end("Not found");
      if (!pathname.startsWith(base)) return void missing();
      const inside = normalize(decodeURIComponent(pathname.slice(base.length)) || "index.html");
      if (inside.startsWith("..") || inside.startsWith(sep)) return void missing();
      const file = join(folder, inside);
      const found = await stat(file).catch(() => null);
      if (!found?.isFile()) return void missing();
      const kind = extname(file);
      const head = {
        "content-type": TYPES[kind] ?? "application/octet-stream",
        "cache-control": "max-age=600",
        "x-content-type-options": "nosniff",
        ...headers(inside),
      };
      if (PACKED.has(kind) && /\bgzip\b/.test(request.headers["accept-encoding"] ?? "")) {
        const key = `${file} ${found.mtimeMs} ${found.size}`;
        if (!packed.has(key)) packed.set(key, gzipSync(await readFile(file), { level: 9 }));
        const body = packed.get(key);
        response.writeHead(200, { ...head, "content-encoding": "gzip", "content-length": body.length, vary: "accept-encoding" });
        response.end(request.method === "HEAD" ? undefined : body);
      } else {
        response.writeHead(200, { ...head, "content-length": found.size });
        if (request.method === "HEAD") response.end();
        else createReadStream(file).pipe(response);
      }
    } catch (reason) {
      response.writeHead(500).end(String(reason));
    }
  });
  await new Promise((resolve, reject) => server.once("error", reject).listen(0, "127.0.0.1", resolve));
  return {
    address: `http://127.0.0.1:${server.address().port}${base}`,
    close: () => new Promise((resolve) => {
      server.closeAllConnections();
      server.close(resolve);
    }),
  };
}
