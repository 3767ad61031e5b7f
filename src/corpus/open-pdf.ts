import { getDocumentProxy } from "unpdf";
import { CorpusError } from "../domain/errors.ts";

export type Pdf = Awaited<ReturnType<typeof getDocumentProxy>>;
export type PdfPage = Awaited<ReturnType<Pdf["getPage"]>>;

const maxPages = 2000;

/** Opens a PDF in this thread; nothing is fetched, and no font of the system is looked at. The caller destroys it. */
export async function openPdf(bytes: Uint8Array): Promise<Pdf> {
  // Readers accept a header that stands within the first 1,024 bytes (ISO 32000, annex H).
  if (!String.fromCharCode(...bytes.subarray(0, 1024)).includes("%PDF-"))
    throw new CorpusError(`it is no PDF: it does not begin with "%PDF-"`);
  // The library takes the buffer that it is given for its own, so it gets a copy; `slice` of Node's Buffer makes none.
  const pdf = await open(new Uint8Array(bytes));
  if (pdf.numPages <= maxPages) return pdf;
  const pages = pdf.numPages;
  await pdf.loadingTask.destroy();
  throw new CorpusError(`it has ${pages} pages: at most ${maxPages} can be read, so split it`);
}

async function open(data: Uint8Array): Promise<Pdf> {
  try {
    return await getDocumentProxy(data, {
      useSystemFonts: false,
      disableFontFace: true,
      useWorkerFetch: false,
      useWasm: false,
      isOffscreenCanvasSupported: false,
      isImageDecoderSupported: false,
      enableXfa: false,
      verbosity: 0,
    });
  } catch (cause) {
    // A file that opens without a password is readable even where it forbids other uses.
    if (cause instanceof Error && cause.name === "PasswordException")
      throw new CorpusError("it is encrypted: save a copy without a password", { cause });
    throw cause;
  }
}
