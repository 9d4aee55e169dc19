// ZIP archives, read by other means than the page's.
import assert from "node:assert/strict";
import { inflateRawSync } from "node:zlib";

/** The members of a ZIP by its directory: name to bytes. */
export function unzip(bytes) {
  const members = new Map();
  const end = bytes.lastIndexOf(Buffer.from("PK\x05\x06", "latin1"));
  let at = bytes.readUInt32LE(end + 16);
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left--) {
    assert.equal(bytes.toString("latin1", at, at + 4), "PK\x01\x02");
    const [method, packed, size, name, extra, comment, head] = [bytes.readUInt16LE(at + 10), bytes.readUInt32LE(at + 20), bytes.readUInt32LE(at + 24), bytes.readUInt16LE(at + 28), bytes.readUInt16LE(at + 30), bytes.readUInt16LE(at + 32), bytes.readUInt32LE(at + 42)];
    const data = head + 30 + bytes.readUInt16LE(head + 26) + bytes.readUInt16LE(head + 28);
    const content = bytes.subarray(data, data + packed);
    const whole = method === 8 ? inflateRawSync(content) : content;
    assert.equal(whole.length, size);
    members.set(bytes.toString("utf8", at + 46, at + 46 + name), whole);
    at += 46 + name + extra + comment;
  }
  return members;
}
