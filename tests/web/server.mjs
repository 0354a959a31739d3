// Serves a folder, and pages made on the fly, on this machine alone.
import { createServer } from 'node:http';
import { readFile } from 'node:fs/promises';
import { extname, join, normalize } from 'node:path';

const types = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.csv': 'text/csv; charset=utf-8',
};

async function answer(folder, pages, path) {
  const made = pages.get(path);
  if (made) {
    return { type: types['.html'], body: made.html, policy: made.policy };
  }
  const file = join(folder, normalize(path), path.endsWith('/') ? 'index.html' : '');
  return { type: types[extname(file)] ?? 'application/octet-stream', body: await readFile(file) };
}

/// `pages` maps a path to {html, policy}; all other paths are files of `folder`.
export async function serve(folder, pages = new Map()) {
  const server = createServer(async (request, response) => {
    const path = decodeURIComponent(new URL(request.url, 'http://localhost').pathname);
    try {
      const { type, body, policy } = await answer(folder, pages, path);
      response.setHeader('Content-Type', type);
      if (policy) {
        response.setHeader('Content-Security-Policy', policy);
      }
      response.end(body);
    } catch {
      response.statusCode = path === '/favicon.ico' ? 204 : 404; // browsers ask for it unasked
      response.end();
    }
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  return {
    origin: `http://127.0.0.1:${server.address().port}`,
    close: () => new Promise((done) => server.close(done)),
  };
}
