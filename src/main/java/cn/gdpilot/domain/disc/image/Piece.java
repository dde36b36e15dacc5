package cn.gdpilot.domain.disc.image;

import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.Callable;

/** A stretch of an image whose length is known before its bytes are. */
interface Piece {

    long size();

    /** Writes its bytes from {@code from} up to, not including, {@code to}. */
    void write(OutputStream out, long from, long to) throws IOException;

    static Piece of(byte[] bytes) {
        return late(bytes.length, () -> bytes);
    }

    /** Bytes that are made when they are asked for. */
    static Piece late(long size, Callable<byte[]> maker) {
        return new Piece() {
            @Override
            public long size() {
                return size;
            }

            @Override
            public void write(OutputStream out, long from, long to) throws IOException {
                out.write(made(), (int) from, (int) (to - from));
            }

            private byte[] made() throws IOException {
                try {
                    return maker.call();
                } catch (IOException | RuntimeException e) {
                    throw e;
                } catch (Exception e) {
                    throw new IOException(e);
                }
            }
        };
    }

    /** So many zero bytes. */
    static Piece zeros(int size) {
        return late(size, () -> new byte[size]);
    }
}
