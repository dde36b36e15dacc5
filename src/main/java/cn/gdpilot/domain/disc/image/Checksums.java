package cn.gdpilot.domain.disc.image;

import java.io.IOException;
import java.io.InputStream;
import java.util.OptionalLong;
import java.util.zip.CRC32;

/** The CRC-32 that a zip wants of each file, by the file's SHA-256: what has passed once need not be read again for it. */
public interface Checksums {

    OptionalLong known(String sha256);

    void learn(String sha256, long crc32);

    /** The CRC of a file; one that is not known yet is read for it. */
    default long of(Entry entry) throws IOException {
        OptionalLong known = known(entry.sha256());
        if (known.isPresent()) {
            return known.getAsLong();
        }
        CRC32 crc = new CRC32();
        byte[] buffer = new byte[64 * 1024];
        try (InputStream in = entry.content().open(0)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                crc.update(buffer, 0, read);
            }
        }
        learn(entry.sha256(), crc.getValue());
        return crc.getValue();
    }
}
