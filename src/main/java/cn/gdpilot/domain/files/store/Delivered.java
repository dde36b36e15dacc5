package cn.gdpilot.domain.files.store;

import java.io.IOException;
import java.nio.file.Path;

/** A file that lies on the store's disk already, e.g. one of a form: it is moved, not written again. */
@FunctionalInterface
public interface Delivered {

    /** Moves it to that absolute path, where nothing is yet. */
    void moveTo(Path path) throws IOException;
}
