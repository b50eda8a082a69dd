import { Worker } from 'node:worker_threads';
import { badInput, type Message, Refused } from '../kernel/index.js';
import { type FileFault, most, type ReadSheet } from './sheetBounds.js';

const says: Readonly<Record<FileFault, Message>> = {
  EMPTY: {
    zh: '文件里没有数据：须有一行列名，下面至少一行数据。',
    en: 'The file holds no data: it needs a row of headings and at least one row below.',
  },
  OLD_EXCEL: {
    zh: '这是旧版 .xls 或加密的文件，请另存为不加密的 .xlsx 再上传。',
    en: 'This is an old .xls or an encrypted file; save it as a plain .xlsx first.',
  },
  UNREADABLE: { zh: '文件打不开，可能已损坏。', en: 'The file cannot be read; it may be damaged.' },
  NO_TEXT: {
    zh: '这不是表格文件，请上传 .xlsx 或 .csv。',
    en: 'This is no table; upload an .xlsx or a .csv file.',
  },
  TOO_LARGE: { zh: '文件展开后太大，请拆成几个文件。', en: 'The file unpacks to too much; split it.' },
  TOO_MANY_ROWS: {
    zh: `一个文件最多 ${most.rows} 行，请拆成几个文件。`,
    en: `A file has at most ${most.rows} rows; split it.`,
  },
  TOO_MANY_COLUMNS: {
    zh: `一个文件最多 ${most.columns} 列。`,
    en: `A file has at most ${most.columns} columns.`,
  },
  TOO_SLOW: { zh: '读取文件用时过长，请拆成几个文件。', en: 'Reading the file took too long; split it.' },
};

const mostMs = 20_000;
const mostAtOnce = 2;
let reading = 0;

/** Reads a file of rows, in a thread whose memory and time are bounded; BAD_USER_INPUT says what is wrong with it. */
export async function readFile(bytes: Uint8Array): Promise<ReadSheet> {
  if (bytes.length > most.bytes) throw badInput(says.TOO_LARGE, ['file']);
  if (reading >= mostAtOnce) throw busy();
  reading += 1;
  try {
    const found = await inThread(bytes);
    if (typeof found === 'string') throw badInput(says[found], ['file']);
    return found;
  } finally {
    reading -= 1;
  }
}

function busy(): Refused {
  const sentence = {
    zh: '有别的文件正在读取，请过几秒再试。',
    en: 'Other files are being read; try again in some seconds.',
  };
  return new Refused('RATE_LIMITED', sentence, { retryAfter: 5 });
}

function inThread(bytes: Uint8Array): Promise<ReadSheet | FileFault> {
  return new Promise((resolve) => {
    const worker = new Worker(new URL('./sheet.worker.js', import.meta.url), {
      workerData: bytes,
      resourceLimits: { maxOldGenerationSizeMb: 256 },
    });
    const timer = setTimeout(() => settle('TOO_SLOW'), mostMs);
    const settle = (found: ReadSheet | FileFault): void => {
      clearTimeout(timer);
      void worker.terminate();
      resolve(found);
    };
    worker.once('message', settle);
    worker.once('error', (error) => settle(isOutOfMemory(error) ? 'TOO_LARGE' : 'UNREADABLE'));
  });
}

function isOutOfMemory(error: unknown): boolean {
  return (error as { code?: unknown }).code === 'ERR_WORKER_OUT_OF_MEMORY';
}
