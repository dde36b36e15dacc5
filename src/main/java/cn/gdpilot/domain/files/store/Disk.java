package cn.gdpilot.domain.files.store;

import cn.gdpilot.domain.text.Refusal;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes to the disk. A failure here is the disk's, so that it is told apart from a line that broke. */
final class Disk {

    private static final Logger LOG = LoggerFactory.getLogger(Disk.class);

    private Disk() {}

    static void write(FileChannel file, ByteBuffer bytes) {
        try {
            while (bytes.hasRemaining()) {
                file.write(bytes);
            }
        } catch (IOException e) {
            throw full(e);
        }
    }

    static void force(FileChannel file) {
        try {
            file.force(true);
        } catch (IOException e) {
            throw full(e);
        }
    }

    /** What the person is told; the cause goes to the log. */
    static Refusal full(IOException cause) {
        LOG.error("The store can not write: {}", cause.toString());
        return Refusal.unavailable("store.full");
    }
}
