// What the backend in the browser has stored, for tests that need something else there.

/// Rewrites the stored documents with a text in them, within a page: what is `from` becomes `to`. Answers all
/// documents as they were stored before; nothing to rewrite leaves them as they are.
export async function rewriteDocuments({ text, from, to }) {
  const base = document.querySelector('meta[name="prorata-base"]').content;
  const database = await new Promise((resolve, reject) => {
    const request = indexedDB.open(`prorata ${new URL(base, location.origin)}api`);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  const transaction = database.transaction(["documents", "blocks"], "readwrite");
  const documents = transaction.objectStore("documents");
  const asked = (request) => new Promise((resolve) => (request.onsuccess = () => resolve(request.result)));
  const [keys, values] = await Promise.all([asked(documents.getAllKeys()), asked(documents.getAll())]);

  // Many are in packs; one that was written or removed since stands beside its pack.
  const all = new Map();
  keys.forEach((key, place) => {
    if (values[place] instanceof Uint8Array) unpack(key.split("/")[0], values[place]);
  });
  keys.forEach((key, place) => {
    if (values[place] === null) all.delete(key);
    else if (!(values[place] instanceof Uint8Array)) all.set(key, String(values[place]));
  });
  let isRewritten = false;
  for (const [key, stored] of all) {
    if (!text || !stored.includes(text) || !stored.includes(from)) continue;
    documents.put(stored.replace(from, to), key);
    isRewritten = true;
  }
  // What is told of all customers was made of the documents before.
  if (isRewritten) transaction.objectStore("blocks").clear();
  await new Promise((resolve, reject) => {
    transaction.oncomplete = resolve;
    transaction.onerror = () => reject(transaction.error);
  });
  database.close();
  return [...all.values()];

  /// Lengths and keys of the documents after a mark, a length and a sum; then the documents.
  function unpack(unit, bytes) {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const decode = (from, length) => new TextDecoder().decode(bytes.subarray(from, from + length));
    const begin = 16;
    const end = begin + view.getUint32(4, true);
    let document = end;
    for (let entry = begin; entry < end; ) {
      const [keyLength, length] = [view.getUint32(entry, true), view.getUint32(entry + 4, true)];
      all.set(`${unit}/${decode(entry + 16, keyLength)}`, decode(document, length));
      entry += 16 + keyLength;
      document += length;
    }
  }
}
