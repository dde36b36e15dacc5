package cn.gdpilot.domain.files.store;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.OptionalLong;

/** Keeps whole files under their SHA-256; what is there is whole, and stays through a loss of power. */
interface Place {

    /**
     * Takes a whole file over: it is there when this returns. The same content again changes nothing.
     *
     * @param file in the folder of incoming files; may be gone afterwards
     */
    void put(Path file, String sha256) throws IOException;

    /** Its size in bytes; empty if there is none. */
    OptionalLong size(String sha256) throws IOException;

    /**
     * The content from that byte on; closing early costs nothing.
     *
     * @throws FileNotFoundException if there is none
     */
    InputStream open(String sha256, long from) throws IOException;

    /** Takes it away, if it is there. */
    void remove(String sha256) throws IOException;
}
