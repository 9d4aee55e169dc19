// Loads the late part of a split program (src/bin/split): the code that the first view does without.
//
// `url` is the late part's address. `begin` takes the first part's exports once it runs; `load`
// promises that the late part is there; `loadNow` puts it there in line, for a stub that is called
// before. A program that wasn't split (a debug build) has it all from the start.
//
// `sheet` links the page's stylesheet, which names the one that comes with the late part; a worker has none.
// On a page, a click on anything but a link waits for the late part: the page goes on meanwhile.
export function latePart(url, sheet = null) {
  let begin;
  const first = new Promise((resolve) => { begin = resolve; });
  let exports = null;
  let coming = null;
  let there = false;
  const put = (module) => {
    if (there) return;
    // Memory, table and globals by their names; a function by its table and slot there: "t~0~17".
    const first = {};
    for (const { name } of WebAssembly.Module.imports(module)) {
      const [kind, number, slot] = name.split("~");
      first[name] = slot === undefined ? exports[name] : exports[`${kind}~${number}`].get(Number(slot));
    }
    new WebAssembly.Instance(module, { first });
    there = true;
  };
  let dressed = null;
  const dress = () => {
    dressed ??= sheet === null ? Promise.resolve() : new Promise((resolve, reject) => {
      const further = sheet.cloneNode();
      further.href = sheet.dataset.then;
      further.onload = resolve;
      further.onerror = () => {
        dressed = null;
        further.remove();
        reject(new Error(`${further.href} did not arrive`));
      };
      sheet.after(further);
    });
    return dressed;
  };
  first.then((running) => {
    exports = running;
    there = !("m~0" in running);
  });
  const late = {
    begin,
    load() {
      const program = () => first
        .then(() => (there ? null : fetch(url)))
        .then((response) => {
          if (response === null) return;
          if (!response.ok) throw new Error(`${url}: ${response.status}`);
          return WebAssembly.compileStreaming(response).then(put);
        });
      // What is drawn late is dressed from the start.
      coming ??= Promise.all([dress(), program()])
        .catch((reason) => {
          coming = null; // The next one who asks tries again.
          throw reason;
        });
      return coming;
    },
    loadNow() {
      if (there) return;
      dress().catch(() => {});
      const request = new XMLHttpRequest();
      request.open("GET", url, false);
      // In line, a window gets text only: each character's low byte is a byte of the file.
      request.overrideMimeType("text/plain; charset=x-user-defined");
      request.send();
      if (request.status !== 200) throw new Error(`${url}: ${request.status}`);
      put(new WebAssembly.Module(Uint8Array.from(request.responseText, (character) => character.charCodeAt(0))));
    },
  };
  if (sheet !== null) {
    const hold = (event) => {
      const { target } = event;
      if (there) {
        removeEventListener("click", hold, true);
      } else if (event.isTrusted && !target.closest("a, [role=alert]")) {
        event.stopImmediatePropagation();
        event.preventDefault();
        // Where it doesn't arrive, the page says so.
        late.load().then(() => target.dispatchEvent(new MouseEvent("click", event)), () => {});
      }
    };
    addEventListener("click", hold, true);
  }
  return late;
}
