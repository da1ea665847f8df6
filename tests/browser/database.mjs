// The page's database as it lies in the browser, for tests that look behind the page.

/** All records of a store: [key, value] each. */
export const records = (page, store) =>
  page.evaluate(
    (store) =>
      new Promise((done, failed) => {
        const opening = indexedDB.open("jiemeng");
        opening.onerror = () => failed(opening.error);
        opening.onsuccess = () => {
          const found = opening.result.transaction(store).objectStore(store);
          const [keys, values] = [found.getAllKeys(), found.getAll()];
          found.transaction.oncomplete = () => {
            opening.result.close();
            done(keys.result.map((key, at) => [key, values.result[at]]));
          };
        };
      }),
    store,
  );

/** Changes fields of the record under a key, as a broken disk might. */
export const damage = (page, store, key, fields) =>
  page.evaluate(
    ([store, key, fields]) =>
      new Promise((done, failed) => {
        const opening = indexedDB.open("jiemeng");
        opening.onerror = () => failed(opening.error);
        opening.onsuccess = () => {
          const there = opening.result.transaction(store, "readwrite").objectStore(store);
          there.get(key).onsuccess = (event) => there.put({ ...event.target.result, ...fields }, key);
          there.transaction.oncomplete = () => {
            opening.result.close();
            done();
          };
        };
      }),
    [store, key, fields],
  );

/** Lays down what layout 1 kept: one dossier, its attachments by their ids, and what was left at parting. */
export const layOut1 = (page, dossier, files, savedAt, left) =>
  page.evaluate(
    ([dossier, files, savedAt, left]) =>
      new Promise((done, failed) => {
        if (left) localStorage.setItem("jiemeng-unsaved", `${savedAt + 1000}\n${left}`);
        const opening = indexedDB.open("jiemeng", 1);
        opening.onerror = () => failed(opening.error);
        opening.onupgradeneeded = () => ["drafts", "attachments"].forEach((store) => opening.result.createObjectStore(store));
        opening.onsuccess = () => {
          const writing = opening.result.transaction(["drafts", "attachments"], "readwrite");
          writing.objectStore("drafts").put({ json: dossier, savedAt }, "current");
          for (const [id, text] of Object.entries(files)) writing.objectStore("attachments").put(new Blob([text]), id);
          writing.oncomplete = () => {
            opening.result.close();
            done();
          };
        };
      }),
    [dossier, files, savedAt, left],
  );

/** Whatever of this origin the browser keeps, by name. */
export const keptNames = (page) =>
  page.evaluate(async () => [
    ...(await indexedDB.databases()).map(({ name }) => name),
    ...Object.keys(localStorage),
    ...Object.keys(sessionStorage),
    ...(await caches.keys()),
  ]);
