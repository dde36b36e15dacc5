package cn.gdpilot.domain.files.store;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.springframework.core.io.AbstractResource;

/** A file of the store, to be read; a reader that skips ahead, as ranges do, does not read what it skips. */
class StoredFile extends AbstractResource {

    private final Place place;
    private final String sha256;

    StoredFile(Place place, String sha256) {
        this.place = place;
        this.sha256 = sha256;
    }

    @Override
    public boolean exists() {
        try {
            return place.size(sha256).isPresent();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public long contentLength() throws IOException {
        return place.size(sha256).orElseThrow(() -> new FileNotFoundException(sha256));
    }

    @Override
    public InputStream getInputStream() {
        return new Skipping();
    }

    @Override
    public String getDescription() {
        return "stored file " + sha256;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof StoredFile file && file.sha256.equals(sha256);
    }

    @Override
    public int hashCode() {
        return sha256.hashCode();
    }

    /** Opens at the first byte that is really wanted. */
    private final class Skipping extends InputStream {

        private long from;
        private InputStream opened;

        @Override
        public long skip(long bytes) throws IOException {
            if (opened != null) {
                return opened.skip(bytes);
            }
            long step = Math.max(0, Math.min(bytes, contentLength() - from));
            from += step;
            return step;
        }

        @Override
        public int read() throws IOException {
            return opened().read();
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            return opened().read(buffer, offset, length);
        }

        @Override
        public void close() throws IOException {
            if (opened != null) {
                opened.close();
            }
        }

        private InputStream opened() throws IOException {
            if (opened == null) {
                opened = place.open(sha256, from);
            }
            return opened;
        }
    }
}
