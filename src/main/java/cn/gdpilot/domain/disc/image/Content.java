package cn.gdpilot.domain.disc.image;

import java.io.IOException;
import java.io.InputStream;

/** Where the bytes of a file come from. */
@FunctionalInterface
public interface Content {

    /** The bytes from that place on, from 0 to the file's size. */
    InputStream open(long from) throws IOException;
}
