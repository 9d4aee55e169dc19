// The start of the worker that reads files: its program first, the reader of PDF files when one comes.
const { search } = new URL(import.meta.url);
const beside = (file) => new URL(file + search, import.meta.url).href;
let pdf;

// A worker may wait in line: nothing else is asked of it meanwhile.
function loadPdf() {
  const request = new XMLHttpRequest();
  request.open("GET", beside("pdf_bg.wasm"), false);
  request.responseType = "arraybuffer";
  request.send();
  if (request.status !== 200) throw new Error(`${request.responseURL}: ${request.status}`);
  pdf.initSync({ module: new WebAssembly.Module(request.response) });
  return true;
}

let there = false;
globalThis.parallax = {
  readPdf(bytes) {
    try {
      there ||= loadPdf();
    } catch {
      return undefined; // It didn't arrive: the file is skipped and says so.
    }
    return pdf.readPdf(bytes);
  },
};

// Of the PDF reader only the few lines that call it: the program itself is what is large.
Promise.all([import(beside("import.js")), import(beside("pdf.js"))])
  .then(([{ default: init }, reader]) => {
    pdf = reader;
    return init({ module_or_path: beside("import_bg.wasm") });
  })
  .catch((reason) => {
    // Thrown outside the promise so that the page hears of it.
    setTimeout(() => { throw reason; });
  });
