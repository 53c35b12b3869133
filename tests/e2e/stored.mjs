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
  const transaction = database.transaction("documents", "readwrite");
  const documents = transaction.objectStore("documents");
  const all = [];
  await new Promise((resolve, reject) => {
    transaction.oncomplete = resolve;
    transaction.onerror = () => reject(transaction.error);
    documents.openCursor().onsuccess = ({ target }) => {
      const cursor = target.result;
      if (!cursor) return;
      const stored = String(cursor.value);
      all.push(stored);
      if (text && stored.includes(text) && stored.includes(from)) cursor.update(stored.replace(from, to));
      cursor.continue();
    };
  });
  database.close();
  return all;
}
