package cn.gdpilot.domain.text;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A value made of files that people edit. It is made again once one of the files is another than before. A broken edition is
 * told of in the log, once, and does not replace the last good one; the shipped one stands in where there was none.
 */
public final class Edited<T> {

    private static final Logger LOG = LoggerFactory.getLogger(Edited.class);

    private final EditedFolder folder;
    private final List<String> names;
    private final Function<EditedFolder.Source, T> reader;
    private volatile Reading<T> last;

    Edited(EditedFolder folder, List<String> names, Function<EditedFolder.Source, T> reader) {
        this.folder = folder;
        this.names = names;
        this.reader = reader;
    }

    /** The value of the last good edition; null if its files are nowhere. */
    public T value() {
        return now().value();
    }

    /** The value together with how its files stand. */
    public Reading<T> now() {
        Reading<T> reading = last;
        return reading == null || !reading.state().equals(folder.state(names)) ? readAgain() : reading;
    }

    private synchronized Reading<T> readAgain() {
        // The state is asked first: a change during the reading is then found by the next look.
        String state = folder.state(names);
        if (last == null || !last.state().equals(state)) {
            last = read(state);
        }
        return last;
    }

    private Reading<T> read(String state) {
        if (names.stream().noneMatch(folder::isOwn)) {
            return new Reading<>(state, shipped(), false, null);
        }
        try {
            return new Reading<>(state, reader.apply(folder::content), true, null);
        } catch (RuntimeException broken) {
            String trouble = Objects.requireNonNullElse(broken.getMessage(), broken.toString());
            LOG.error("{} is not used as it stands in the folder: {}", folder.title(names), trouble);
            return new Reading<>(state, last == null ? shipped() : last.value(), true, trouble);
        }
    }

    private T shipped() {
        return reader.apply(folder::shipped);
    }

    /**
     * A value as it was read.
     *
     * @param state   tells one state of the folder's files from another; empty for one file that is not there
     * @param value   what the files say, or the last good edition of them; null if they are nowhere
     * @param own     whether one of the files stands in the folder
     * @param trouble what is wrong with the folder's files; null if nothing is
     */
    public record Reading<T>(String state, T value, boolean own, String trouble) {}
}
