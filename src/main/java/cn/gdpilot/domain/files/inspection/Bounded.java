package cn.gdpilot.domain.files.inspection;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Content that may have so many bytes and no more. */
class Bounded extends FilterInputStream {

    private long left;

    Bounded(InputStream content, long most) {
        super(content);
        this.left = most;
    }

    @Override
    public int read() throws IOException {
        int one = super.read();
        count(one < 0 ? 0 : 1);
        return one;
    }

    @Override
    public int read(byte[] bytes, int from, int most) throws IOException {
        int read = super.read(bytes, from, most);
        count(Math.max(0, read));
        return read;
    }

    private void count(int read) {
        left -= read;
        if (left < 0) {
            throw Inspection.refused("material.bursting");
        }
    }
}
