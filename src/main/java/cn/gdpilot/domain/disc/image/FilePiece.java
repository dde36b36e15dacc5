package cn.gdpilot.domain.disc.image;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.util.zip.CRC32;

/**
 * A file's content. Written whole, it is hashed on its way: one that is not what its hash says ends the image
 * unfinished, so that no damaged disc looks whole.
 *
 * @param entry     the file
 * @param checksums learn its CRC in passing
 */
record FilePiece(Entry entry, Checksums checksums) implements Piece {

    private static final int BUFFER = 256 * 1024;

    @Override
    public long size() {
        return entry.size();
    }

    @Override
    public void write(OutputStream out, long from, long to) throws IOException {
        boolean whole = from == 0 && to == entry.size();
        MessageDigest digest = Hashes.digest();
        CRC32 crc = new CRC32();
        byte[] buffer = new byte[(int) Math.min(BUFFER, Math.max(1, to - from))];
        try (InputStream in = entry.content().open(from)) {
            for (long left = to - from; left > 0; ) {
                int read = in.read(buffer, 0, (int) Math.min(left, buffer.length));
                if (read < 0) {
                    throw new EOFException("The stored file " + entry.sha256() + " is too short");
                }
                if (whole) {
                    digest.update(buffer, 0, read);
                    crc.update(buffer, 0, read);
                }
                out.write(buffer, 0, read);
                left -= read;
            }
        }
        if (whole) {
            check(Hashes.hex(digest));
            checksums.learn(entry.sha256(), crc.getValue());
        }
    }

    private void check(String found) throws IOException {
        if (!found.equals(entry.sha256())) {
            throw new IOException("The stored file " + entry.sha256() + " has changed to " + found);
        }
    }
}
