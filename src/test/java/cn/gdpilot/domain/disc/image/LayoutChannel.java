package cn.gdpilot.domain.disc.image;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;

/** Reads an image where a program asks, without having it anywhere. */
public final class LayoutChannel implements SeekableByteChannel {

    private static final int MOST = 1 << 20;

    private final Layout image;
    private long at;

    public LayoutChannel(Layout image) {
        this.image = image;
    }

    @Override
    public int read(ByteBuffer target) throws IOException {
        if (at >= image.size()) {
            return -1;
        }
        int count = (int) Math.min(Math.min(target.remaining(), MOST), image.size() - at);
        ByteArrayOutputStream out = new ByteArrayOutputStream(count);
        image.write(out, at, at + count);
        target.put(out.toByteArray());
        at += count;
        return count;
    }

    @Override
    public long position() {
        return at;
    }

    @Override
    public SeekableByteChannel position(long position) {
        at = position;
        return this;
    }

    @Override
    public long size() {
        return image.size();
    }

    @Override
    public int write(ByteBuffer source) {
        throw new UnsupportedOperationException();
    }

    @Override
    public SeekableByteChannel truncate(long size) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean isOpen() {
        return true;
    }

    @Override
    public void close() {
        // Nothing is held.
    }
}
