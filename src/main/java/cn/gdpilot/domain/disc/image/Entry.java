package cn.gdpilot.domain.disc.image;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;

/**
 * A file as it lies on a disc.
 *
 * @param path    from the root of the disc, names parted by /
 * @param size    bytes
 * @param sha256  hash of its content
 * @param content the content
 */
public record Entry(String path, long size, String sha256, Content content) {

    public static Entry text(String path, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return new Entry(
                path,
                bytes.length,
                Hashes.sha256(bytes),
                from -> new ByteArrayInputStream(bytes, (int) from, bytes.length - (int) from));
    }

    /** As a line of a manifest, in the form that sha256sum reads and writes. */
    public String line() {
        return sha256 + "  " + path + "\n";
    }
}
