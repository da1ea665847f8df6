// Reads what a WebAssembly module is made of, section by section, as its binary format says, and writes sections anew.

export const [CUSTOM, IMPORTS, EXPORTS, CODE, DATA] = [0, 2, 7, 10, 11];

/** Reads numbers and names out of a module's bytes, from a place on. */
export function reader(bytes, at = 0) {
  const read = {
    at,
    byte: () => bytes[read.at++],
    number() {
      let value = 0;
      for (let factor = 1; ; factor *= 128) {
        const byte = bytes[read.at++];
        value += (byte & 127) * factor;
        if (byte < 128) return value;
      }
    },
    name() {
      const length = read.number();
      read.at += length;
      return bytes.toString("utf8", read.at - length, read.at);
    },
  };
  return read;
}

/** The sections of a module: of which kind each is, and its bytes without and with what stands before them. */
export function* sections(bytes) {
  for (const read = reader(bytes, 8); read.at < bytes.length; ) {
    const from = read.at;
    const kind = read.byte();
    const length = read.number();
    const [start, end] = [read.at, read.at + length];
    yield { kind, body: bytes.subarray(start, end), whole: bytes.subarray(from, end) };
    read.at = end;
  }
}

/** What a module imports: from where, under which name, whether a function, and the bytes that say of which type. */
export function imports(body) {
  const read = reader(body);
  const limits = () => {
    const most = read.number() & 1;
    read.number();
    if (most) read.number();
  };
  return Array.from({ length: read.number() }, () => {
    const [from, name, start] = [read.name(), read.name(), read.at];
    const kind = read.byte();
    if (kind === 0) read.number();
    else if (kind === 1) read.byte(), limits();
    else if (kind === 2) limits();
    else if (kind === 3 || kind === 4) read.byte(), read.number();
    else throw new Error(`an import of kind ${kind}`);
    return { from, name, isFunction: kind === 0, type: body.subarray(start, read.at) };
  });
}

/** What a module exports: under which name, and the bytes that say what. */
export function exports(body) {
  const read = reader(body);
  return Array.from({ length: read.number() }, () => {
    const [name, start] = [read.name(), read.at];
    read.byte();
    read.number();
    return { name, item: body.subarray(start, read.at) };
  });
}

/** The bytes of a number. */
export function number(value) {
  const bytes = [];
  for (let left = value; ; left = Math.floor(left / 128)) {
    if (left < 128) return Buffer.from([...bytes, left]);
    bytes.push((left & 127) | 128);
  }
}

/** The bytes of a name. */
export const name = (text) => Buffer.concat([number(Buffer.byteLength(text)), Buffer.from(text)]);

/** The bytes of a section. */
export const section = (kind, body) => Buffer.concat([Buffer.from([kind]), number(body.length), body]);
